/** Sends events, by a schedule or as fast as answers come, and notes the moment of each answer. */
@NullMarked
package dev.durahook.benchmarks.load.traffic;

import org.jspecify.annotations.NullMarked;
