package dev.durahook.connection.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The metrics of waiting events ask Temporal few questions, and have the right values if Temporal gives no answer. */
class WaitingEventsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T10:15:30Z");

    private final ScriptedFrontend temporal = new ScriptedFrontend();
    private Instant now = BEGIN;

    @AfterEach
    void close() {
        temporal.close();
    }

    @Test
    void sameOldestEventCostsTwoCounts() {
        temporal.oldest = BEGIN.minus(Duration.ofHours(1));
        OldestEventGauge gauge = gauge();
        assertThat(gauge.age()).isBetween(Duration.ofMinutes(57), Duration.ofMinutes(60));
        assertThat(temporal.counts()).isLessThanOrEqualTo(10);
        for (int i = 1; i <= 3; i++) {
            now = BEGIN.plusSeconds(30L * i);
            assertThat(gauge.age())
                    .isBetween(
                            Duration.ofMinutes(57).plusSeconds(30L * i),
                            Duration.ofMinutes(60).plusSeconds(30L * i));
            assertThat(temporal.counts()).isEqualTo(2);
        }
    }

    @Test
    void eventThatHasEndedCostsTwoCountsOnce() {
        temporal.oldest = BEGIN.minus(Duration.ofHours(1));
        OldestEventGauge gauge = gauge();
        gauge.age();
        temporal.oldest = null;
        temporal.counts();
        assertThat(gauge.age()).isZero();
        assertThat(temporal.counts()).isEqualTo(2);
        assertThat(gauge.age()).isZero();
        assertThat(temporal.counts()).isEqualTo(1);
    }

    @Test
    void searchIsNoBurstThatTemporalWouldRefuse() {
        temporal.oldest = BEGIN.minus(Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            temporal.takesCount();
        }
        assertThat(gauge().age()).isBetween(Duration.ofMinutes(57), Duration.ofMinutes(60));
    }

    @Test
    void backlogIsUnknownIfTheServerDoesNotReportIt() {
        assertThat(backlogAfterTheAnswer("old")).isNaN();
    }

    @Test
    void refusedQueueLeavesTheOthersKnown() {
        assertThat(backlogAfterTheAnswer("refused")).isNaN();
    }

    private OldestEventGauge gauge() {
        return new OldestEventGauge(temporal.client(), "DurahookStatus IS NULL", () -> now, new BackgroundRefresh());
    }

    private MeterRegistry backlogs(String... queues) {
        MeterRegistry meters = new SimpleMeterRegistry();
        new BacklogGauges(
                        temporal.client(),
                        new WatchedQueues(Set.of(), Set.of(queues), "DurahookStatus IS NULL").all(),
                        new BackgroundRefresh())
                .bindTo(meters);
        return meters;
    }

    // A gauge that is read asks for its own queue, and the questions are asked one after the other. So the answer for
    // the queue has come when the backlog of the other queue is known, for which the gauge is read later.
    private double backlogAfterTheAnswer(String queue) {
        MeterRegistry meters = backlogs(queue, "orders");
        assertThat(backlog(meters, queue)).as("not asked yet").isNaN();
        Await.until("the other queue's backlog is known", () -> backlog(meters, "orders") == 3);
        return backlog(meters, queue);
    }

    private static double backlog(MeterRegistry meters, String queue) {
        return meters.get("durahook.task-queue.backlog")
                .tag("task_queue", queue)
                .gauge()
                .value();
    }
}
