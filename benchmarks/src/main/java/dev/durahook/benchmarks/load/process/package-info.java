/** Processes that the benchmark starts. */
@NullMarked
package dev.durahook.benchmarks.load.process;

import org.jspecify.annotations.NullMarked;
