/** Workflows and clients of Temporal's SDK alone, with which Durahook is compared. */
@NullMarked
package dev.durahook.benchmarks.load.bare;

import org.jspecify.annotations.NullMarked;
