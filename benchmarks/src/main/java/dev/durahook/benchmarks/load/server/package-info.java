/** The Temporal server, and what it has stored. */
@NullMarked
package dev.durahook.benchmarks.load.server;

import org.jspecify.annotations.NullMarked;
