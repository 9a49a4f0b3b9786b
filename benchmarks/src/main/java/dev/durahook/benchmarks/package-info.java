/** Measures what the receiver does with a delivery before Temporal has it. */
@NullMarked
package dev.durahook.benchmarks;

import org.jspecify.annotations.NullMarked;
