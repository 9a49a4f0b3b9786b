/** Measures the product as it runs: real server, real processes, signed deliveries over HTTP. */
@NullMarked
package dev.durahook.benchmarks.load;

import org.jspecify.annotations.NullMarked;
