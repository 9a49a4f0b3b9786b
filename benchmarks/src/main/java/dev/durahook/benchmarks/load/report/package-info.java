/** Tables, and the raw results behind them. */
@NullMarked
package dev.durahook.benchmarks.load.report;

import org.jspecify.annotations.NullMarked;
