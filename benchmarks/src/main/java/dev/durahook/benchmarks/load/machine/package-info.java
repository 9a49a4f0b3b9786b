/** The CPU time and the memory that the machine and its processes used. */
@NullMarked
package dev.durahook.benchmarks.load.machine;

import org.jspecify.annotations.NullMarked;
