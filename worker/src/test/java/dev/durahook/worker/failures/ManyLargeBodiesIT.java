package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.activity.DynamicActivity;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.worker.WorkerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An event with a large body and so many destinations of the kind {@code activity} that all of their activities together
 * would not fit into one history. All ask for their turn at the same moment, when the history is short.
 */
@RequiresTemporal
class ManyLargeBodiesIT {

    private static final int ACTIVITIES = 20;
    private static final String LARGE = "\"" + "a".repeat(1_900_000) + "\"";

    private final AtomicInteger calls = new AtomicInteger();
    private TemporalServer server;
    private RunningWorker worker;
    private WorkerFactory team;

    @BeforeEach
    void start() {
        server = TemporalServer.start();
        worker = RunningWorker.start(server, List.of(), configuration());
        team = WorkerFactory.newInstance(server.client());
        team.newWorker("team").registerActivitiesImplementations((DynamicActivity) arguments -> {
            calls.incrementAndGet();
            return "scored";
        });
        team.start();
    }

    private static String[] configuration() {
        Stream<String> destinations = names().flatMap(name -> Stream.of(
                "durahook.destinations." + name + ".kind=activity",
                "durahook.destinations." + name + ".activity=score_order",
                "durahook.destinations." + name + ".task-queue=team"));
        Stream<String> route = Stream.of(
                "durahook.routes.all.event-types=test.all",
                "durahook.routes.all.destinations=" + names().collect(Collectors.joining(",")));
        return Stream.concat(destinations, route).toArray(String[]::new);
    }

    private static Stream<String> names() {
        return IntStream.range(0, ACTIVITIES).mapToObj(i -> "score" + i);
    }

    @AfterEach
    void stop() {
        team.shutdownNow();
        worker.close();
        server.close();
    }

    @Test
    void activitiesThatDoNotFitWaitForARetry() throws Exception {
        Event event = RunningWorker.deliver(server.client(), "test.all", LARGE.getBytes(StandardCharsets.UTF_8));
        Await.until("the event is parked or has ended", event::isSettled);
        assertThat(event.details()).contains("HistoryFull");
        WorkflowExecutionHistory first = server.client().fetchHistory(event.id(), event.runId());
        assertThat(first.getEvents())
                .filteredOn(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .hasSizeBetween(10, ACTIVITIES - 1);
        RecordedHistories.replay(first, List.of(new DiscardInterceptor(), new PacedRetries()), DefaultWorkflow.class);

        Await.until(
                "the event goes on in a new run",
                () -> server.workflows().runs(event.id()).size() == 2);
        event.signal("retry");
        assertThat(event.outcome().steps()).hasSize(ACTIVITIES);
        assertThat(calls).hasValueGreaterThanOrEqualTo(ACTIVITIES);
    }
}
