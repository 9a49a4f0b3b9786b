package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.traffic.Answer;
import dev.durahook.benchmarks.load.traffic.Stage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One burst: a stage at the usual rate, a stage at many times this rate, and a stage at the usual rate again.
 *
 * @param measurement what was measured
 */
record BurstResult(Measurement measurement) {

    private static final double MICROS = 1e6;

    /** A part of the burst, in microseconds since 1970. */
    record Part(long start, long end) {

        boolean contains(long moment) {
            return moment >= start && moment < end;
        }

        double seconds() {
            return (end - start) / MICROS;
        }
    }

    Part before() {
        long start = measurement.results().stream()
                .mapToLong(result -> result.sent().scheduled())
                .min()
                .orElse(0);
        return new Part(start, start + micros(0));
    }

    Part during() {
        return new Part(before().end, before().end + micros(1));
    }

    Part after() {
        return new Part(during().end, during().end + micros(2));
    }

    /** From the end of the burst until the last of its events was done, in seconds. */
    double secondsToDrain() {
        long last = sentIn(during()).mapToLong(EventResult::done).max().orElse(during().end);
        return Math.max(0, last - during().end) / MICROS;
    }

    long sent() {
        return sentIn(during()).count();
    }

    long answered(Answer answer) {
        return sentIn(during())
                .filter(result -> result.sent().answer() == answer)
                .count();
    }

    /** How many events a second had their first effect in this part. */
    double effectsPerSecond(Part part) {
        long effects = measurement.results().stream()
                .flatMapToLong(result -> result.firstEffect().stream())
                .filter(part::contains)
                .count();
        return effects / part.seconds();
    }

    Percentiles acknowledgements(Part part) {
        return Percentiles.of(sentIn(part)
                .filter(result -> result.sent().isStored())
                .mapToLong(result -> result.sent().acknowledgement()));
    }

    Percentiles untilEffect(Part part) {
        return Percentiles.of(sentIn(part).flatMapToLong(result -> result.untilEffect().stream()));
    }

    int count(Predicate<EventResult> property) {
        return measurement.count(property);
    }

    private Stream<EventResult> sentIn(Part part) {
        return measurement.results().stream()
                .filter(result -> part.contains(result.sent().scheduled()));
    }

    private long micros(int stage) {
        Stage at = measurement.load().stages().get(stage);
        return Math.round(at.seconds() * MICROS);
    }
}
