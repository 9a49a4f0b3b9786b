/** Measures the receiver's work on a delivery before the event is sent to Temporal. */
@NullMarked
package dev.durahook.benchmarks;

import org.jspecify.annotations.NullMarked;
