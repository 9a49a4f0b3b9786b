/** Measures the product as it runs: with a real server, real processes, and signed deliveries over HTTP. */
@NullMarked
package dev.durahook.benchmarks.load;

import org.jspecify.annotations.NullMarked;
