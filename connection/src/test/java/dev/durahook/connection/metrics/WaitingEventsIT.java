package dev.durahook.connection.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Metrics of events that no worker takes, with a server that counts them and with a server that is down. */
@RequiresTemporal
class WaitingEventsIT {

    private static final SearchAttributeKey<String> STATUS = SearchAttributeKey.forKeyword("DurahookStatus");
    private static final String AT_WORK =
            "DurahookStatus IS NULL OR (DurahookStatus != 'parked' AND DurahookStatus != 'waiting')";

    private static final String AT_WORK_OF_SHOP = "(" + AT_WORK + ") AND (WorkflowId STARTS_WITH 'shop:')";

    // The time for which a test may wait is part of the age.
    private static final long MOST_SECONDS = 3_600 + Await.PATIENCE.toSeconds();

    private static TemporalServer server;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void oldestEventIsTheOneThatHasWaitedLongest() {
        deliver("age-1", "ages");
        MeterRegistry meters = oldest("ages");
        Await.until("it is about an hour old", () -> isBetween(meters, 3_400, MOST_SECONDS));
    }

    @Test
    void parkedEventsAndEventsOfOtherQueuesDoNotCount() {
        deliver("parked-1", "parked", "parked");
        deliver("elsewhere-1", "elsewhere");
        MeterRegistry meters = oldest("parked");
        Await.until("no event waits", () -> isBetween(meters, 0, 0));
    }

    @Test
    void eventThatWaitsOnPurposeDoesNotCount() {
        deliver("waiting-1", "waiting", "waiting");
        MeterRegistry meters = oldest("waiting");
        Await.until("no event waits", () -> isBetween(meters, 0, 0));
    }

    @Test
    void workflowsThatAreNotEventsDoNotCountInASharedQueue() {
        deliver("subscription-1", "shared");
        MeterRegistry meters = oldest("shared", AT_WORK_OF_SHOP, 1);
        Await.until("no event waits", () -> isBetween(meters, 0, 0));

        deliver("shop:1", "shared");
        MeterRegistry later = oldest("shared", AT_WORK_OF_SHOP, 2);
        Await.until("the event counts", () -> isBetween(later, 3_400, MOST_SECONDS));
    }

    @Test
    void eventThatIsNoLongerParkedCountsAgain() {
        deliver("restored-1", "restored", "discarded");
        MeterRegistry meters = oldest("restored");
        Await.until("it counts", () -> isBetween(meters, 3_400, MOST_SECONDS));
    }

    @Test
    void backlogIsTheTasksThatNoWorkerTakes() {
        for (int i = 0; i < 3; i++) {
            deliver("backlog-" + i, "backlog");
        }
        MeterRegistry meters = new SimpleMeterRegistry();
        new BacklogGauges(
                        server.client(),
                        new WatchedQueues(Set.of("backlog"), Set.of("deliveries"), AT_WORK).all(),
                        new BackgroundRefresh())
                .bindTo(meters);
        Await.until("three tasks wait", () -> value(meters, "durahook.task-queue.backlog", "workflow") == 3);
        Await.until("no activity waits", () -> value(meters, "durahook.task-queue.backlog", "activity") == 0);
        Await.until(
                "no delivery waits",
                () -> meters.get("durahook.task-queue.backlog")
                                .tag("task_queue", "deliveries")
                                .gauge()
                                .value()
                        == 0);
        Await.until("the tasks have an age", () -> value(meters, "durahook.task-queue.backlog.age", "workflow") > 0);
    }

    @Test
    void metricsDoNotWaitForATemporalThatIsDown() {
        try (TemporalServer away = TemporalServer.start()) {
            WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(away.target())
                    .setRpcTimeout(Await.PATIENCE.multipliedBy(2))
                    .build());
            away.pause();
            MeterRegistry meters = new SimpleMeterRegistry();
            new OldestEventGauge(
                            WorkflowClient.newInstance(stubs),
                            atWork("durahook", AT_WORK),
                            Instant::now,
                            new BackgroundRefresh())
                    .bindTo(meters);
            assertThat(assertTimeoutPreemptively(Await.PATIENCE, () -> oldest(meters)))
                    .isNaN();
            stubs.shutdownNow();
        }
    }

    // As in an application with another part, which has a filter of its own.
    private static String atWork(String queue, String filter) {
        return WatchedQueues.atWork(List.of(
                        new WatchedQueues(Set.of(), Set.of("deliveries"), AT_WORK),
                        new WatchedQueues(Set.of("of-another-part", "with'quotes"), Set.of(), AT_WORK),
                        new WatchedQueues(Set.of(queue), Set.of(), filter)))
                .orElseThrow();
    }

    private static MeterRegistry oldest(String queue) {
        return oldest(queue, AT_WORK, 1);
    }

    // The metrics as an hour later would show them.
    private static MeterRegistry oldest(String queue, String filter, int workflows) {
        MeterRegistry meters = new SimpleMeterRegistry();
        new OldestEventGauge(
                        server.client(),
                        atWork(queue, filter),
                        () -> Instant.now().plus(Duration.ofHours(1)),
                        new BackgroundRefresh())
                .bindTo(meters);
        // Visibility comes a moment after the start, and each answer holds for half a minute.
        server.workflows().awaitCount("TaskQueue = '" + queue + "'", workflows);
        return meters;
    }

    private static boolean isBetween(MeterRegistry meters, double low, double high) {
        double age = oldest(meters);
        return age >= low && age <= high;
    }

    private static double oldest(MeterRegistry meters) {
        return meters.get("durahook.events.oldest").timeGauge().value();
    }

    private static double value(MeterRegistry meters, String name, String type) {
        return meters.get(name)
                .tags("task_queue", "backlog", "task_type", type)
                .gauge()
                .value();
    }

    private static void deliver(String id, String queue) {
        start(WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(queue));
    }

    private static void deliver(String id, String queue, String status) {
        start(WorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(queue)
                .setTypedSearchAttributes(
                        SearchAttributes.newBuilder().set(STATUS, status).build()));
    }

    private static void start(WorkflowOptions.Builder options) {
        server.client().newUntypedWorkflowStub("shop.order", options.build()).start();
    }
}
