package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.loadsupport.report.Numbers;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Percentiles of times, which are kept with three significant digits. */
final class Percentiles {

    private static final int DIGITS = 3;
    private static final double MICROS_A_MILLI = 1_000;

    private final Histogram histogram = new Histogram(DIGITS);

    private Percentiles() {
        histogram.setAutoResize(true);
    }

    /**
     * The percentiles of the times that senders had to wait for their answers. A refusal counts as an answer, and a
     * sender that gave up counts with the time for which it waited. Otherwise a mode would look faster, the more events
     * it refuses.
     */
    static Percentiles ofAcknowledgements(Stream<EventResult> events) {
        return of(events.mapToLong(event -> event.sent().acknowledgement()));
    }

    /** The percentiles of the times from the scheduled moments of events to their first effects. */
    static Percentiles ofFirstEffects(Stream<EventResult> events) {
        return of(events.flatMapToLong(event -> event.untilEffect().stream()));
    }

    /** The percentiles of times in microseconds. */
    static Percentiles of(LongStream micros) {
        Percentiles percentiles = new Percentiles();
        micros.forEach(value -> percentiles.histogram.recordValue(Math.max(0, value)));
        return percentiles;
    }

    /** A percentile in milliseconds; not a number if there are no times. */
    double millis(double percentile) {
        return histogram.getTotalCount() == 0
                ? Double.NaN
                : histogram.getValueAtPercentile(percentile) / MICROS_A_MILLI;
    }

    /** The cell of a table that shows these percentiles in milliseconds. */
    String cell(double... percentiles) {
        StringBuilder cell = new StringBuilder();
        for (double percentile : percentiles) {
            cell.append(cell.isEmpty() ? "" : " / ").append(Numbers.text(millis(percentile)));
        }
        return cell.toString();
    }
}
