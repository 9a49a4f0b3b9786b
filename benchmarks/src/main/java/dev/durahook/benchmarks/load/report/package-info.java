/** Writes the tables, and the file with the results of all events. */
@NullMarked
package dev.durahook.benchmarks.load.report;

import org.jspecify.annotations.NullMarked;
