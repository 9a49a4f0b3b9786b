package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.measure.Purpose;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.loadsupport.report.Numbers;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The measurements of one mode in all rounds.
 *
 * @param all the measurements of the mode, for each purpose
 */
record ModeResults(Mode mode, List<Measurement> all) {

    static ModeResults of(Mode mode, List<Measurement> measurements) {
        return new ModeResults(
                mode, measurements.stream().filter(m -> m.mode() == mode).toList());
    }

    /** The median of a value of the throughput measurements, over all rounds. */
    double median(ToDoubleFunction<Measurement> value) {
        return Numbers.median(with(Purpose.THROUGHPUT).mapToDouble(value));
    }

    /**
     * The ratio of a value of the throughput measurements to a value of another mode. It is the median of the ratios in
     * each round, so that it does not matter if the machine becomes slower or busier from round to round.
     */
    double ratio(ToDoubleFunction<Measurement> value, ModeResults other, ToDoubleFunction<Measurement> otherValue) {
        Map<Integer, Double> others = other.with(Purpose.THROUGHPUT)
                .collect(Collectors.toMap(m -> m.load().round(), otherValue::applyAsDouble));
        return Numbers.median(with(Purpose.THROUGHPUT)
                .mapToDouble(m ->
                        value.applyAsDouble(m) / others.getOrDefault(m.load().round(), Double.NaN)));
    }

    /** The ratio of a value of the throughput measurements to the same value of another mode. */
    double ratio(ToDoubleFunction<Measurement> value, ModeResults other) {
        return ratio(value, other, value);
    }

    Percentiles acknowledgements(Purpose purpose) {
        return Percentiles.ofAcknowledgements(events(purpose));
    }

    Percentiles effects(Purpose purpose) {
        return Percentiles.ofFirstEffects(events(purpose));
    }

    /** The mean rate of the open-loop measurements, in events a second. */
    double rate(Purpose purpose) {
        return with(purpose)
                .mapToDouble(m -> m.load().stages().get(0).rate())
                .average()
                .orElse(Double.NaN);
    }

    /** The number of events that have this property, in all measurements. */
    int count(Predicate<EventResult> property) {
        return all.stream().mapToInt(m -> m.count(property)).sum();
    }

    /** The cell of a table that shows the CPU time for an event by process. */
    String byProcess() {
        return with(Purpose.THROUGHPUT)
                .flatMap(m -> m.usageOfAnEvent().groups().keySet().stream())
                .distinct()
                .map(name -> name + " " + Numbers.text(median(m -> cpuOf(name, m))))
                .collect(Collectors.joining(", "));
    }

    private static double cpuOf(String process, Measurement measurement) {
        return measurement.usageOfAnEvent().groups().getOrDefault(process, Double.NaN);
    }

    private Stream<EventResult> events(Purpose purpose) {
        return with(purpose).flatMap(m -> m.results().stream());
    }

    private Stream<Measurement> with(Purpose purpose) {
        return all.stream().filter(m -> m.load().purpose() == purpose);
    }
}
