/** The workflow of the tests' events, which Spring finds through {@code spring.main.sources}. */
@NullMarked
package dev.durahook.combined.handlers;

import org.jspecify.annotations.NullMarked;
