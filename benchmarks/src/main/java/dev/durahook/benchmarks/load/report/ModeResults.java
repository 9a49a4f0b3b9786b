package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.machine.Usage;
import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.measure.Purpose;
import dev.durahook.benchmarks.load.mode.Mode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was measured for one mode in all rounds.
 *
 * @param all the mode's measurements
 */
record ModeResults(Mode mode, List<Measurement> all) {

    static ModeResults of(Mode mode, List<Measurement> measurements) {
        return new ModeResults(
                mode, measurements.stream().filter(m -> m.mode() == mode).toList());
    }

    /** The median over the rounds of a value of the throughput measurements. */
    double median(ToDoubleFunction<Measurement> value) {
        return Numbers.median(with(Purpose.THROUGHPUT).mapToDouble(value));
    }

    /**
     * How a value of the throughput measurements compares to the same value of another mode: the median of the ratios
     * within each round, so that a machine that becomes slower or busier does not matter.
     */
    double ratio(ToDoubleFunction<Measurement> value, ModeResults other, ToDoubleFunction<Measurement> otherValue) {
        Map<Integer, Double> others = other.with(Purpose.THROUGHPUT)
                .collect(Collectors.toMap(m -> m.load().round(), otherValue::applyAsDouble));
        return Numbers.median(with(Purpose.THROUGHPUT)
                .mapToDouble(m ->
                        value.applyAsDouble(m) / others.getOrDefault(m.load().round(), Double.NaN)));
    }

    double ratio(ToDoubleFunction<Measurement> value, ModeResults other) {
        return ratio(value, other, value);
    }

    Percentiles acknowledgements(Purpose purpose) {
        return Percentiles.of(with(purpose)
                .flatMap(m -> m.results().stream())
                .filter(result -> result.sent().isStored())
                .mapToLong(result -> result.sent().acknowledgement()));
    }

    Percentiles effects(Purpose purpose) {
        return Percentiles.of(with(purpose)
                .flatMap(m -> m.results().stream())
                .flatMapToLong(result -> result.untilEffect().stream()));
    }

    /** The mean rate of the open-loop measurements, in events a second. */
    double rate(Purpose purpose) {
        return with(purpose)
                .mapToDouble(m -> m.load().stages().get(0).rate())
                .average()
                .orElse(Double.NaN);
    }

    int count(Predicate<EventResult> property) {
        return all.stream().mapToInt(m -> m.count(property)).sum();
    }

    /** The CPU time of an event by process, as a cell of a table. */
    String byProcess() {
        return with(Purpose.THROUGHPUT)
                .flatMap(m -> m.usageOfAnEvent().groups().keySet().stream())
                .distinct()
                .map(name -> name + " " + Numbers.text(median(m -> of(m.usageOfAnEvent(), name))))
                .collect(Collectors.joining(", "));
    }

    static double of(Usage usage, String process) {
        return usage.groups().getOrDefault(process, Double.NaN);
    }

    private Stream<Measurement> with(Purpose purpose) {
        return all.stream().filter(m -> m.load().purpose() == purpose);
    }
}
