package dev.durahook.benchmarks.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.durahook.benchmarks.load.machine.CpuUsage;
import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Load;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.measure.Purpose;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.benchmarks.load.server.HistoryCost;
import dev.durahook.benchmarks.load.server.StoredRun;
import dev.durahook.benchmarks.load.traffic.SenderAnswer;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import dev.durahook.benchmarks.load.traffic.Stage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final long SECOND = 1_000_000;

    @Test
    void ratiosAreTakenWithinARound() {
        List<Measurement> measurements = List.of(
                throughput(Mode.PLAIN, 1, 10),
                throughput(Mode.APART, 1, 20),
                throughput(Mode.PLAIN, 2, 2),
                throughput(Mode.APART, 2, 4),
                throughput(Mode.PLAIN, 3, 6),
                throughput(Mode.APART, 3, 30));
        ModeResults apart = ModeResults.of(Mode.APART, measurements);
        ModeResults plain = ModeResults.of(Mode.PLAIN, measurements);

        assertThat(apart.ratio(Measurement::perSecond, plain)).isEqualTo(2.0);
        assertThat(apart.median(Measurement::perSecond)).isEqualTo(20.0);
        assertThat(new ComparisonReport(measurements).text().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("| apart | 20.0 | 2.00 | - |"));
    }

    @Test
    void percentilesOfTimesInMicroseconds() {
        Percentiles percentiles = Percentiles.of(LongStream.rangeClosed(1, 100).map(number -> number * 10_000));

        assertThat(percentiles.cell(50, 99)).isEqualTo("500 / 990");
        assertThat(Percentiles.of(LongStream.empty()).cell(50, 99)).isEqualTo("- / -");
    }

    @Test
    void waitOfARefusedOrFailedEventCounts() {
        List<EventResult> results = Stream.of(
                        IntStream.range(0, 8).mapToObj(number -> answered(1_000, SenderAnswer.STORED)),
                        Stream.of(answered(2 * SECOND, SenderAnswer.REFUSED)),
                        Stream.of(answered(10 * SECOND, SenderAnswer.FAILED)))
                .flatMap(events -> events)
                .toList();

        Percentiles waits = Percentiles.ofAcknowledgements(results.stream());

        assertThat(waits.millis(50)).isCloseTo(1, withinPercentage(1));
        assertThat(waits.millis(90)).isCloseTo(2_000, withinPercentage(1));
        assertThat(waits.millis(99)).isCloseTo(10_000, withinPercentage(1));
    }

    @Test
    void burstHasThreeParts() {
        Load load = Load.open(Purpose.BURST, 1, List.of(new Stage(1, 2), new Stage(3, 2), new Stage(1, 2)));
        List<EventResult> results = IntStream.range(0, load.events())
                .mapToObj(number -> result(number, Stage.schedule(load.stages()).get(number)))
                .toList();
        BurstResult burst = new BurstResult(measurement(Mode.APART, load, results));

        assertThat(burst.sent()).isEqualTo(6);
        assertThat(burst.answered(SenderAnswer.REFUSED)).isEqualTo(3);
        assertThat(burst.effectsPerSecond(burst.before())).isEqualTo(1.0);
        assertThat(burst.effectsPerSecond(burst.during())).isEqualTo(3.0);
        // The last event of the burst is sent a third of a second before the end, and done 2 s later.
        assertThat(burst.secondsToDrain()).isBetween(1.6, 1.7);
    }

    private static EventResult answered(long micros, SenderAnswer answer) {
        return new EventResult(new SentEvent("github:1", 0, micros, answer), List.of(), List.of(), true);
    }

    // Every second event is refused. An event has its effect at once, and is done 2 s later.
    private static EventResult result(int number, long scheduled) {
        String id = "github:" + number;
        SenderAnswer answer = number % 2 == 0 ? SenderAnswer.STORED : SenderAnswer.REFUSED;
        return new EventResult(
                new SentEvent(id, scheduled, scheduled + 10, answer),
                List.of(scheduled),
                List.of(new StoredRun(id, true, scheduled + 2 * SECOND)),
                true);
    }

    private static Measurement throughput(Mode mode, int round, int perSecond) {
        List<EventResult> results = IntStream.range(0, perSecond)
                .mapToObj(number -> new EventResult(
                        new SentEvent("github:" + number, 0, 10, SenderAnswer.STORED),
                        List.of(20L),
                        List.of(new StoredRun("github:" + number, true, SECOND)),
                        true))
                .toList();
        return measurement(mode, Load.closed(Purpose.THROUGHPUT, round, perSecond, 1), results);
    }

    private static Measurement measurement(Mode mode, Load load, List<EventResult> results) {
        return new Measurement(
                mode,
                load,
                results,
                new CpuUsage(100, Map.of("server", 50.0)),
                1,
                1,
                List.of(new HistoryCost(11, 2)),
                0);
    }
}
