/** The clock of all processes of a measurement, and pauses. */
@NullMarked
package dev.durahook.benchmarks.load.time;

import org.jspecify.annotations.NullMarked;
