/** The clock of a measurement. */
@NullMarked
package dev.durahook.benchmarks.load.time;

import org.jspecify.annotations.NullMarked;
