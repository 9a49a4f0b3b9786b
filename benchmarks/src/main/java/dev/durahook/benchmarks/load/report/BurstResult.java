package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.traffic.SenderAnswer;
import dev.durahook.benchmarks.load.traffic.Stage;
import dev.durahook.loadsupport.time.MicroTime;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The result of one burst: a stage at the usual rate, a stage at many times this rate, and a stage at the usual rate
 * again.
 *
 * @param measurement the measurement of all three stages
 */
record BurstResult(Measurement measurement) {

    /** The time of one stage, from the start up to, but not including, the end, in microseconds since 1970. */
    record Part(long start, long end) {

        boolean contains(long moment) {
            return moment >= start && moment < end;
        }

        double seconds() {
            return (end - start) / MicroTime.SECOND;
        }
    }

    Part before() {
        long start = measurement.firstScheduled();
        return new Part(start, start + micros(0));
    }

    Part during() {
        long start = before().end;
        return new Part(start, start + micros(1));
    }

    Part after() {
        long start = during().end;
        return new Part(start, start + micros(2));
    }

    /** The seconds from the end of the burst until the last of its events was done. */
    double secondsToDrain() {
        Part burst = during();
        long last = sentIn(burst).mapToLong(EventResult::done).max().orElse(burst.end);
        return Math.max(0, last - burst.end) / MicroTime.SECOND;
    }

    /** The number of events that were sent in the burst. */
    long sent() {
        return sentIn(during()).count();
    }

    /** The number of events that were sent in the burst and got this answer. */
    long answered(SenderAnswer answer) {
        return sentIn(during()).filter(event -> event.sent().answer() == answer).count();
    }

    /** The number of events a second that had their first effect in this part. */
    double effectsPerSecond(Part part) {
        long effects = measurement.results().stream()
                .flatMapToLong(event -> event.firstEffect().stream())
                .filter(part::contains)
                .count();
        return effects / part.seconds();
    }

    Percentiles acknowledgements(Part part) {
        return Percentiles.ofAcknowledgements(sentIn(part));
    }

    Percentiles untilEffect(Part part) {
        return Percentiles.ofFirstEffects(sentIn(part));
    }

    int count(Predicate<EventResult> property) {
        return measurement.count(property);
    }

    private Stream<EventResult> sentIn(Part part) {
        return measurement.results().stream()
                .filter(event -> part.contains(event.sent().scheduled()));
    }

    private long micros(int stage) {
        Stage at = measurement.load().stages().get(stage);
        return Math.round(at.seconds() * MicroTime.SECOND);
    }
}
