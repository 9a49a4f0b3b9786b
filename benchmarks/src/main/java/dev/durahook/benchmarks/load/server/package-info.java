/** The Temporal server on which everything is measured, and the workflows that it has stored. */
@NullMarked
package dev.durahook.benchmarks.load.server;

import org.jspecify.annotations.NullMarked;
