package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.measure.Purpose;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.benchmarks.load.traffic.SenderAnswer;
import dev.durahook.loadsupport.report.MarkdownTable;
import dev.durahook.loadsupport.report.Numbers;
import java.util.List;
import java.util.stream.Stream;

/** The table that compares the modes. */
public final class ComparisonReport {

    private final List<ModeResults> modes;
    private final ModeResults plain;
    private final ModeResults ceiling;

    /** Makes the table from the measurements of all modes. */
    public ComparisonReport(List<Measurement> measurements) {
        modes = Stream.of(Mode.values())
                .map(mode -> ModeResults.of(mode, measurements))
                .filter(results -> !results.all().isEmpty())
                .toList();
        plain = ModeResults.of(Mode.PLAIN, measurements);
        ceiling = ModeResults.of(Mode.CEILING, measurements);
    }

    /** The table in Markdown. */
    public String text() {
        MarkdownTable<ModeResults> table = new MarkdownTable<ModeResults>()
                .column("mode", results -> results.mode().label());
        addThroughput(table);
        addCpu(table);
        addLatency(table);
        addStorage(table);
        return table.of(modes);
    }

    private void addThroughput(MarkdownTable<ModeResults> table) {
        table.number("events/s", m -> m.median(Measurement::perSecond))
                .number("÷ plain", m -> m.ratio(Measurement::perSecond, plain))
                .number("÷ ceiling", m -> m.ratio(Measurement::perSecond, ceiling))
                .number(
                        "÷ ceiling, without load generator",
                        m -> m.ratio(ComparisonReport::perSecondWithoutLoadGenerator, ceiling, Measurement::perSecond));
    }

    private void addCpu(MarkdownTable<ModeResults> table) {
        table.number("CPU ms, machine", m -> m.median(ComparisonReport::machineCpu))
                .number("÷ plain", m -> m.ratio(ComparisonReport::machineCpu, plain))
                .number("CPU ms, processes", m -> m.median(ComparisonReport::ourCpu))
                .number("÷ plain", m -> m.ratio(ComparisonReport::ourCpu, plain))
                .column("by process", ModeResults::byProcess);
    }

    private void addLatency(MarkdownTable<ModeResults> table) {
        table.number("at events/s", m -> m.rate(Purpose.ACKNOWLEDGEMENT))
                .column(
                        "acknowledged ms p50 / p95 / p99 / p99.9",
                        m -> m.acknowledgements(Purpose.ACKNOWLEDGEMENT).cell(50, 95, 99, 99.9))
                .column("− ceiling, p50 / p99", this::addedAcknowledgement)
                .number("at events/s", m -> m.rate(Purpose.EFFECT))
                .column(
                        "acknowledged ms p50 / p99",
                        m -> m.acknowledgements(Purpose.EFFECT).cell(50, 99))
                .column(
                        "first effect ms p50 / p99",
                        m -> m.effects(Purpose.EFFECT).cell(50, 99))
                .column("÷ acknowledged, p50", ComparisonReport::effectToAcknowledgement);
    }

    private void addStorage(MarkdownTable<ModeResults> table) {
        table.number("history events", m -> m.median(Measurement::historyEvents))
                .number("actions", m -> m.median(Measurement::actions))
                .number("database bytes", m -> m.median(ComparisonReport::databaseBytes))
                .number("memory MB", m -> m.median(Measurement::memory))
                .column("refused / failed", ComparisonReport::refused)
                .column(
                        "lost / repeated",
                        m -> m.count(EventResult::isLost) + " / " + m.count(EventResult::isRepeated));
    }

    private String addedAcknowledgement(ModeResults results) {
        Percentiles own = results.acknowledgements(Purpose.ACKNOWLEDGEMENT);
        Percentiles bare = ceiling.acknowledgements(Purpose.ACKNOWLEDGEMENT);
        return Numbers.text(own.millis(50) - bare.millis(50)) + " / " + Numbers.text(own.millis(99) - bare.millis(99));
    }

    private static String effectToAcknowledgement(ModeResults results) {
        return Numbers.text(results.effects(Purpose.EFFECT).millis(50)
                / results.acknowledgements(Purpose.EFFECT).millis(50));
    }

    private static String refused(ModeResults results) {
        return results.count(result -> result.sent().answer() == SenderAnswer.REFUSED) + " / "
                + results.count(result -> result.sent().answer() == SenderAnswer.FAILED);
    }

    private static double machineCpu(Measurement measurement) {
        return measurement.usageOfAnEvent().machine();
    }

    private static double ourCpu(Measurement measurement) {
        return measurement.usageOfAnEvent().ours();
    }

    // The rate that the mode would reach if the load generator ran elsewhere, provided that the CPU is the limit.
    private static double perSecondWithoutLoadGenerator(Measurement measurement) {
        return measurement.mode().isOverHttp()
                ? measurement.perSecond() * ourCpu(measurement) / measurement.cpuWithoutLoadGenerator()
                : Double.NaN;
    }

    private static double databaseBytes(Measurement measurement) {
        return measurement.databaseBytes() / Math.max(1, measurement.stored());
    }
}
