package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.QueriedDetails;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.destination.CountingServer;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.activity.Activity;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.Priority;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Routes with conditions, on a real server. */
@RequiresTemporal
class ConditionIT {

    private final TemporalServer server =
            TemporalServer.start(TemporalServerOptions.inMemory().withStatus().withPatientTasks());
    private final CountingServer crm = new CountingServer(Duration.ZERO);
    private RunningWorker worker = start("opened,reopened", "complete");

    private RunningWorker start(String actions, String unhandled) {
        return RunningWorker.start(
                server,
                List.of(),
                "durahook.routes.opened.event-types=github.issues",
                "durahook.routes.opened.when[0].pointer=/action",
                "durahook.routes.opened.when[0].is=" + actions,
                "durahook.routes.opened.when[1].header=X-Env",
                "durahook.routes.opened.when[1].is=prod",
                "durahook.routes.opened.destinations=crm",
                "durahook.destinations.crm.url=http://" + crm.target() + "/",
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.request-timeout=1m",
                "durahook.destinations.crm.total-timeout=1m",
                "durahook.unhandled=" + unhandled);
    }

    @AfterEach
    void close() {
        worker.close();
        crm.close();
        server.close();
    }

    @Test
    void eventThatMeetsTheConditionsIsDeliveredAndAnotherIsUnhandledWithTheReason() {
        assertThat(deliver("small", "{\"action\": \"opened\"}")
                        .getResult(Outcome.class)
                        .outcome())
                .isEqualTo("processed");
        assertThat(deliver("large", "{\"padding\": \"" + "x".repeat(300_000) + "\", \"action\": \"reopened\"}")
                        .getResult(Outcome.class)
                        .outcome())
                .isEqualTo("processed");
        assertThat(crm.requests()).isEqualTo(2);

        WorkflowStub closed = deliver("closed", "{\"action\": \"s3cret\"}");
        assertThat(closed.getResult(Outcome.class).reason())
                .contains("Route durahook.routes.opened does not apply: /action has another value.")
                .doesNotContain("s3cret");
        assertThat(details(closed)).contains("**Unhandled.**", "/action has another value");
        assertThat(closed.describe().getTypedSearchAttributes().get(EventStatus.KEY))
                .isEqualTo(EventStatus.UNHANDLED);
        assertThat(deliver("form", "action=opened").getResult(Outcome.class).reason())
                .contains("/action has no value, because the body is not JSON");
        assertThat(crm.requests()).isEqualTo(2);
        assertThat(worker.failedWorkflowTasks()).isZero();
    }

    @Test
    void eventIsAskedAboutAgainWithItsBodyAfterARetryAndAReset() {
        worker.close();
        worker = start("merged", "park");
        WorkflowStub parked = deliver("parked", "{\"action\": \"opened\"}");
        Await.until(
                "the event is parked",
                () -> EventStatus.PARKED.equals(
                        parked.describe().getTypedSearchAttributes().get(EventStatus.KEY)));
        assertThat(details(parked)).contains("/action has another value");

        worker.close();
        worker = start("opened", "complete");
        parked.signal("retry");
        assertThat(parked.getResult(Outcome.class).outcome()).isEqualTo("processed");
        assertThat(crm.requests()).isEqualTo(1);
        assertThat(worker.failedWorkflowTasks()).isZero();

        server.workflows().reset(parked.getExecution().getWorkflowId());
        Await.until("the event is processed again", () -> crm.requests() == 2);
    }

    @Test
    void deliveryHasThePriorityOfItsRouteAndAHandlerThatOfItsWorkflow() {
        worker.close();
        Seeing handler = new Seeing(new CopyOnWriteArrayList<>());
        worker = RunningWorker.start(
                server,
                List.of(),
                application -> application.registerBean(EventHandler.class, () -> handler),
                "durahook.routes.opened.event-types=github.issues",
                "durahook.routes.opened.destinations=crm",
                "durahook.routes.opened.priority=2",
                // Inside a workflow task, nothing waits.
                "durahook.policies.default.inline-first-attempt=false",
                "durahook.destinations.crm.url=http://" + crm.target() + "/",
                "durahook.destinations.crm.signature=none");
        crm.answer(503);
        WorkflowStub workflow = deliver("down", "{}", new TaskPriority(4, "acme", 2f));
        Await.until("the delivery has failed", () -> crm.requests() > 0 && pending(workflow) != null);

        assertThat(pending(workflow)).isEqualTo(2);
        Await.until("the handler has run", () -> !handler.seen().isEmpty());
        assertThat(handler.seen())
                .containsExactly(new TaskPriority(4, "acme", 2f).temporal().orElseThrow());
    }

    private static @Nullable Integer pending(WorkflowStub workflow) {
        return workflow.describe().getRawDescription().getPendingActivitiesList().stream()
                .filter(activity -> activity.getActivityType().getName().equals(DestinationActivities.DELIVER))
                .map(activity -> activity.getPriority().getPriorityKey())
                .findFirst()
                .orElse(null);
    }

    /** A handler that notes the priority of its attempts. */
    private record Seeing(List<Priority> seen) implements EventHandler {

        @Override
        public String name() {
            return "seeing";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("github.issues");
        }

        @Override
        public String handle(EventAttempt attempt) {
            seen.add(Activity.getExecutionContext().getInfo().getPriority());
            return "seen";
        }
    }

    private static String details(WorkflowStub workflow) {
        return QueriedDetails.of(workflow);
    }

    private WorkflowStub deliver(String id, String body) {
        return deliver(id, body, new TaskPriority(3, null, null));
    }

    private WorkflowStub deliver(String id, String body, TaskPriority priority) {
        WorkflowStub workflow = server.client()
                .newUntypedWorkflowStub(
                        "github.issues",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("github:" + id)
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .setPriority(priority.temporal().orElseThrow())
                                .build());
        workflow.start(
                new WebhookEvent(
                        "github:" + id, "github", "github.issues", Instant.EPOCH, Map.of("x-env", "prod"), null),
                EventBody.of(body.getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }
}
