package dev.durahook.benchmarks.load.report;

import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** Percentiles of times. */
final class Percentiles {

    private static final int DIGITS = 3;
    private static final double MICROS_A_MILLI = 1_000;

    private final Histogram histogram = new Histogram(DIGITS);

    private Percentiles() {
        histogram.setAutoResize(true);
    }

    /** Takes times in microseconds. */
    static Percentiles of(LongStream micros) {
        Percentiles percentiles = new Percentiles();
        micros.forEach(value -> percentiles.histogram.recordValue(Math.max(0, value)));
        return percentiles;
    }

    /** A percentile in milliseconds; not a number if there is no value. */
    double millis(double percentile) {
        return histogram.getTotalCount() == 0
                ? Double.NaN
                : histogram.getValueAtPercentile(percentile) / MICROS_A_MILLI;
    }

    /** Percentiles side by side, as a cell of a table. */
    String cell(double... percentiles) {
        StringBuilder cell = new StringBuilder();
        for (double percentile : percentiles) {
            cell.append(cell.isEmpty() ? "" : " / ").append(Numbers.text(millis(percentile)));
        }
        return cell.toString();
    }
}
