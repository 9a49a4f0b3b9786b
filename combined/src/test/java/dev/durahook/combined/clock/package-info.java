/** The handlers of the tests whose clocks jump, which Spring finds through {@code spring.main.sources}. */
@NullMarked
package dev.durahook.combined.clock;

import org.jspecify.annotations.NullMarked;
