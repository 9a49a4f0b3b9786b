/** What the tests' events are processed by. Found through {@code spring.main.sources}. */
@NullMarked
package dev.durahook.combined.handlers;

import org.jspecify.annotations.NullMarked;
