/** Sends a load to a mode, and finds out whether each event was stored and processed once. */
@NullMarked
package dev.durahook.benchmarks.load.measure;

import org.jspecify.annotations.NullMarked;
