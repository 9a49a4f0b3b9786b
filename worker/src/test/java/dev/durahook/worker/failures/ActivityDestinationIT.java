package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.processing.DefaultWorkflow;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.WorkerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A destination whose activity runs on a worker that knows nothing of Durahook. */
@RequiresTemporal
class ActivityDestinationIT {

    private static final String BODY = "{\"order\":  17}";

    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
    private static volatile Team team;

    private static TemporalServer server;
    private static RunningWorker worker;
    private static WorkerFactory others;

    /** A call of the team's activity. */
    private record Call(String type, int attempt, RawValue event, RawValue body) {

        boolean isOf(Event delivered) {
            return eventText().contains("\"id\":\"" + delivered.id() + "\"");
        }

        String eventText() {
            return event.getPayload().getData().toStringUtf8();
        }

        String bodyText() {
            return body.getPayload().getData().toStringUtf8();
        }

        String bodyEncoding() {
            return body.getPayload().getMetadataOrThrow("encoding").toStringUtf8();
        }
    }

    /** The code of the team. */
    private interface Team {

        @Nullable
        Object on(Call call);
    }

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                server,
                List.of(),
                "durahook.destinations.score.kind=activity",
                "durahook.destinations.score.activity=score_order",
                "durahook.destinations.score.task-queue=team",
                "durahook.destinations.score.policy=quick",
                "durahook.destinations.audit.kind=activity",
                "durahook.destinations.audit.activity=audit",
                "durahook.destinations.audit.task-queue=team",
                "durahook.policies.quick.non-retryable-error-types=NotOurs",
                "durahook.routes.one.event-types=test.one",
                "durahook.routes.one.destinations=score",
                "durahook.routes.both.event-types=test.both",
                "durahook.routes.both.destinations=score,audit");
        startTeam();
    }

    @BeforeEach
    void setTeam() {
        team = call -> "score 20";
    }

    private static void startTeam() {
        others = WorkerFactory.newInstance(server.client());
        others.newWorker("team").registerActivitiesImplementations((DynamicActivity) ActivityDestinationIT::call);
        others.start();
    }

    private static @Nullable Object call(EncodedValues arguments) {
        Call call = new Call(
                Activity.getExecutionContext().getInfo().getActivityType(),
                Activity.getExecutionContext().getInfo().getAttempt(),
                arguments.get(0, RawValue.class),
                arguments.get(1, RawValue.class));
        CALLS.add(call);
        return team.on(call);
    }

    private static List<Call> calls(Event event) {
        return CALLS.stream().filter(call -> call.isOf(event)).toList();
    }

    @AfterAll
    static void stop() {
        others.shutdownNow();
        worker.close();
        server.close();
    }

    @Test
    void activityGetsTheEventAndTheExactBody() throws Exception {
        Event event = deliver("test.one", BODY);

        assertThat(event.result()).isEqualTo("score 20");
        assertThat(event.details()).contains("**Completed.**", "Deliver to score", ": `score 20`");
        assertThat(calls(event)).singleElement().satisfies(call -> {
            assertThat(call.type()).isEqualTo("score_order");
            assertThat(call.eventText()).startsWith("{\"id\":\"" + event.id() + "\",\"source\":\"test\"");
            assertThat(call.bodyText()).isEqualTo(BODY);
            assertThat(call.bodyEncoding()).isEqualTo("json/plain");
        });
        replay(event);
    }

    @Test
    void bodyThatIsNotJsonArrivesAsBytes() {
        Event event = deliver("test.one", "order=17");
        event.result();

        assertThat(calls(event)).singleElement().satisfies(call -> {
            assertThat(call.bodyText()).isEqualTo("order=17");
            assertThat(call.bodyEncoding()).isEqualTo("binary/plain");
        });
    }

    @Test
    void resultMayBeOfAnyType() {
        team = call -> Map.of("score", 20);
        assertThat(deliver("test.one", BODY).result()).isEqualTo("{\"score\":20}");
        team = call -> null;
        assertThat(deliver("test.one", BODY).result()).isNull();
    }

    @Test
    void failureIsTriedAgainAndParksAndIsRetriedByHand() throws Exception {
        team = call -> {
            throw ApplicationFailure.newFailure("attempt " + call.attempt() + " failed", "Busy");
        };
        Event event = RunningWorker.undisturbed(server, () -> {
            Event refused = deliver("test.one", BODY);
            refused.parked();
            return refused;
        });

        assertThat(event.parked()).contains("`attempt 3 failed` (`Busy`)", "Attempts: 3", "Deliver to score");
        team = call -> "at last";
        event.signal("retry");
        assertThat(event.result()).isEqualTo("at last");
        assertThat(calls(event)).extracting(Call::attempt).containsExactly(1, 2, 3, 1);
        replay(event);
    }

    @Test
    void typeOfAFailureParksAtOnce() {
        team = call -> {
            throw ApplicationFailure.newFailure("not ours", "NotOurs");
        };
        Event event = deliver("test.one", BODY);
        assertThat(event.parked()).contains("`not ours` (`NotOurs`)");
        assertThat(calls(event)).hasSize(1);
    }

    @Test
    void eventWaitsForTheWorkerInSight() {
        others.shutdownNow();
        others.awaitTermination(10, TimeUnit.SECONDS);
        Event event = deliver("test.one", BODY);
        Await.until(
                "the activity waits",
                () -> server.workflows().count(event.id(), EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED) == 1);
        assertThat(event.details()).contains("Deliver to score");
        startTeam();
        assertThat(event.result()).isEqualTo("score 20");
    }

    // Two such bodies in one workflow task would be more than one message to Temporal may hold.
    @Test
    void largeBodiesGoToSeveralActivities() throws Exception {
        String large = "\"" + "a".repeat(1_900_000) + "\"";
        Event event = deliver("test.both", large);

        assertThat(event.outcome().steps()).extracting(step -> step.result()).containsExactly("score 20", "score 20");
        assertThat(calls(event)).extracting(Call::type).containsExactlyInAnyOrder("score_order", "audit");
        assertThat(calls(event)).extracting(Call::bodyText).containsOnly(large);
        assertThat(worker.failedWorkflowTasks()).isZero();
        replay(event);
    }

    private static Event deliver(String type, String body) {
        return RunningWorker.deliver(server.client(), type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void replay(Event event) throws Exception {
        WorkflowClient client = server.client();
        RecordedHistories.replay(client.fetchHistory(event.id()), List.of(), DefaultWorkflow.class);
    }
}
