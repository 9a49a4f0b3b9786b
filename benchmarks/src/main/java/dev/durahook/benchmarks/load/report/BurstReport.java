package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.traffic.SenderAnswer;
import dev.durahook.loadsupport.report.MarkdownTable;
import dev.durahook.loadsupport.report.Numbers;
import java.util.List;

/**
 * The table that shows how each mode behaved before, in and after a burst.
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
        table.number("drained after s", BurstResult::secondsToDrain)
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
        table.number("first effects/s before", burst -> burst.effectsPerSecond(burst.before()))
                .number("in the burst", burst -> burst.effectsPerSecond(burst.during()))
                .number("after", burst -> burst.effectsPerSecond(burst.after()))
                .column("first effect of the burst's events, s p50 / p99", BurstReport::untilEffect);
    }

    private static String answers(BurstResult burst) {
        return burst.answered(SenderAnswer.STORED) + " / " + burst.answered(SenderAnswer.REFUSED) + " / "
                + burst.answered(SenderAnswer.FAILED);
    }

    private static String untilEffect(BurstResult burst) {
        Percentiles times = burst.untilEffect(burst.during());
        return Numbers.text(times.millis(50) / 1_000) + " / " + Numbers.text(times.millis(99) / 1_000);
    }
}
