package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.traffic.Answer;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The table of what bursts did.
 *
 * @param measurements a measurement for each mode
 */
public record BurstReport(List<Measurement> measurements) {

    /** The table in Markdown. */
    public String text() {
        MarkdownTable<BurstResult> table = new MarkdownTable<BurstResult>()
                .column("mode", burst -> burst.measurement().mode().label());
        addAnswers(table);
        addEffects(table);
        table.column("drained after s", number(BurstResult::secondsToDrain))
                .column(
                        "stored, but answered otherwise",
                        burst -> "" + burst.count(EventResult::isStoredUnacknowledged))
                .column(
                        "lost / repeated",
                        burst -> burst.count(EventResult::isLost) + " / " + burst.count(EventResult::isRepeated));
        return table.of(measurements.stream().map(BurstResult::new).toList());
    }

    private static void addAnswers(MarkdownTable<BurstResult> table) {
        table.column("sent in the burst", burst -> "" + burst.sent())
                .column("stored / refused / failed", BurstReport::answers)
                .column(
                        "acknowledged before, ms p50 / p99",
                        burst -> burst.acknowledgements(burst.before()).cell(50, 99))
                .column(
                        "in the burst, ms p50 / p95 / p99 / p99.9",
                        burst -> burst.acknowledgements(burst.during()).cell(50, 95, 99, 99.9))
                .column(
                        "after, ms p50 / p99",
                        burst -> burst.acknowledgements(burst.after()).cell(50, 99));
    }

    private static void addEffects(MarkdownTable<BurstResult> table) {
        table.column("first effects/s before", number(burst -> burst.effectsPerSecond(burst.before())))
                .column("in the burst", number(burst -> burst.effectsPerSecond(burst.during())))
                .column("after", number(burst -> burst.effectsPerSecond(burst.after())))
                .column("first effect of the burst's events, s p50 / p99", BurstReport::untilEffect);
    }

    private static Function<BurstResult, String> number(ToDoubleFunction<BurstResult> value) {
        return burst -> Numbers.text(value.applyAsDouble(burst));
    }

    private static String answers(BurstResult burst) {
        return burst.answered(Answer.STORED) + " / " + burst.answered(Answer.REFUSED) + " / "
                + burst.answered(Answer.FAILED);
    }

    private static String untilEffect(BurstResult burst) {
        Percentiles times = burst.untilEffect(burst.during());
        return Numbers.text(times.millis(50) / 1_000) + " / " + Numbers.text(times.millis(99) / 1_000);
    }
}
