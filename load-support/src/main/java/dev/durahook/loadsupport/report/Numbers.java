package dev.durahook.loadsupport.report;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Writes numbers for tables, with at least three digits. */
public final class Numbers {

    private Numbers() {}

    /** The number as text; a dash if there is no number. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** The median of the values that are numbers; not a number if there are none. */
    public static double median(DoubleStream values) {
        double[] sorted = values.filter(Double::isFinite).sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
