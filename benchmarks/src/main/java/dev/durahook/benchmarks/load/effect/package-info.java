/** When events had their effect, written by one process and read by another. */
@NullMarked
package dev.durahook.benchmarks.load.effect;

import org.jspecify.annotations.NullMarked;
