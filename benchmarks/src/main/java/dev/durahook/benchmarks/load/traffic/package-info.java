/** Sends events by a schedule or as fast as answers come, and keeps when each was answered. */
@NullMarked
package dev.durahook.benchmarks.load.traffic;

import org.jspecify.annotations.NullMarked;
