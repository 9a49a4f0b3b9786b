package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.QueriedDetails;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team's workflows can't process an event; they are corrected and deployed again. */
@RequiresTemporal
class CorrectedWorkflowIT {

    private static final String STUCK = "TemporalReportedProblems IN (\"category=WorkflowTaskFailed\")";

    private final TemporalServer server = TemporalServer.start(TemporalServerOptions.inMemory()
            .withStatus()
            // The default is five failures, which take a minute.
            .withDynamicConfig("system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute", "1"));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void unreadableEventIsParkedAndProcessedAfterTheDeploy() throws TimeoutException {
        WorkflowStub json = deliver("test.typed", "1", "{\"id\": \"seven\"}");
        WorkflowStub form = deliver("test.typed", "2", "payload=%7B%22id%22%3A%22seven%22%7D");
        try (RunningWorker before = version(1)) {
            assertThat(parked(json))
                    .contains("- Key: `read-body`\n", "`the field $.id can't be read as long` (`UnreadableBody`)\n")
                    .doesNotContain("seven");
            assertThat(parked(form)).contains("`the body is not JSON,").doesNotContain("payload");
            assertThat(before.failedWorkflowTasks()).isZero();
            form.signal("discard", "our form");
            assertThat(result(form, Outcome.class)).isEqualTo(Outcome.discarded("our form"));
        }
        try (RunningWorker after = version(2)) {
            json.signal("retry");
            assertThat(result(json, String.class)).isEqualTo("order seven");
            assertThat(after.failedWorkflowTasks()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"test.constructed, read-body", "test.divided, run-workflow"})
    void constructorOrChildThatCanNotReadItParksItAsWell(String type, String key) throws TimeoutException {
        WorkflowStub event = deliver(type, "1", "{\"id\": \"seven\"}");
        try (RunningWorker before = version(1)) {
            assertThat(parked(event))
                    .contains("- Key: `" + key + "`\n", "`the field $.id can't be read as long` (`UnreadableBody`)\n")
                    .doesNotContain("seven");
            assertThat(before.failedWorkflowTasks()).isZero();
        }
        try (RunningWorker after = version(2)) {
            event.signal("retry");
            assertThat(result(event, String.class)).isEqualTo("order seven");
            assertThat(after.failedWorkflowTasks()).isZero();
        }
    }

    @Test
    void workflowThatFailsIsParkedInANewRunAndRunsAfterTheDeploy() throws TimeoutException {
        WorkflowStub event = deliver("test.refused", "1", "{}");
        try (RunningWorker before = version(1)) {
            assertThat(parked(event)).contains("- Key: `run-workflow`\n", "`no such customer` (`NoCustomer`)\n");
            assertThat(server.workflows().count("ExecutionStatus = 'Failed'")).isZero();
            assertThat(before.failedWorkflowTasks()).isZero();
        }
        try (RunningWorker after = version(2)) {
            event.signal("retry");
            String run = event.describe().getExecution().getRunId();
            assertThat(result(event, String.class)).isEqualTo("welcomed");
            assertThat(after.failedWorkflowTasks()).isZero();

            // The run that has waited is reset, and does not wait again.
            server.workflows().reset("test:1");
            Await.until(
                    "the event is processed again",
                    () -> !event.describe().getExecution().getRunId().equals(run)
                            && event.describe().getStatus()
                                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        }
    }

    @Test
    void bugIsListedAndMendedByTheDeploy() throws TimeoutException {
        WorkflowStub event = deliver("test.buggy", "1", "{}");
        try (RunningWorker before = version(1)) {
            Await.until("the workflow is listed", () -> {
                if (isLost("test:1")) {
                    event.terminate("the machine stood still");
                    deliver("test.buggy", "1", "{}");
                }
                return server.workflows().count(STUCK) == 1;
            });
            assertThat(before.failedWorkflowTasks()).isPositive();
        }
        try (RunningWorker after = version(2)) {
            assertThat(result(event, String.class)).isEqualTo("mended");
            assertThat(after.failedWorkflowTasks()).isPositive();
            Await.until(
                    "the workflow is no longer listed", () -> server.workflows().count(STUCK) == 0);
        }
    }

    // Temporal lists a workflow under what befell the first attempt of its task, and records no failure of a further
    // attempt.
    private boolean isLost(String event) {
        return server.workflows().count(event, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT) > 0
                && server.workflows().count(event, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED) == 0;
    }

    private RunningWorker version(int version) {
        return RunningWorker.start(server, List.of(), "spring.main.sources=com.acme.orders.v" + version);
    }

    private WorkflowStub deliver(String type, String id, String body) {
        String eventId = "test:" + id;
        server.client()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(eventId)
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build())
                .start(
                        new WebhookEvent(eventId, "test", type, Instant.EPOCH, Map.of(), null),
                        EventBody.of(body.getBytes(StandardCharsets.UTF_8)));
        return server.client().newUntypedWorkflowStub(eventId);
    }

    private static String parked(WorkflowStub event) {
        Await.until(
                "the event is parked",
                () -> EventStatus.PARKED.equals(
                                event.describe().getTypedSearchAttributes().get(EventStatus.KEY))
                        && event.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
        return QueriedDetails.of(event);
    }

    private static <R> R result(WorkflowStub event, Class<R> type) throws TimeoutException {
        return event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, type);
    }
}
