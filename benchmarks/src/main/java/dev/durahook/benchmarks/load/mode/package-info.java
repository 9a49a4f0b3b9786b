/** The ways of processing an event that are compared. */
@NullMarked
package dev.durahook.benchmarks.load.mode;

import org.jspecify.annotations.NullMarked;
