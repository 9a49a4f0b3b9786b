/** Runs one mode under one load, and counts what came of each event. */
@NullMarked
package dev.durahook.benchmarks.load.measure;

import org.jspecify.annotations.NullMarked;
