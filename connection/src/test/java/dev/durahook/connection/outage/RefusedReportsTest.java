package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.durahook.testsupport.LogLines;
import io.grpc.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedReportsTest {

    @RegisterExtension
    final LogLines log = LogLines.of(RefusedReports.class);

    private final AtomicLong nanoTime = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RefusedReports reports = new RefusedReports(nanoTime::get);
    private final CannedAnswers server = new CannedAnswers();
    private final WorkflowServiceStubs stubs = server.connection(reports);

    @BeforeEach
    void listen() {
        reports.watch(WorkflowClient.newInstance(stubs));
    }

    @AfterEach
    void stop() {
        stubs.shutdownNow();
    }

    @Test
    void refusalIsLoggedOnceAMinute() {
        server.answer(Status.INVALID_ARGUMENT.withDescription("Complete result exceeds size limit."));
        report();
        report();
        assertThat(log.messages())
                .containsExactly(
                        "Temporal refuses the report of an attempt or a workflow task, so the attempt or task is repeated:"
                                + " INVALID_ARGUMENT: Complete result exceeds size limit.");
        nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
        report();
        assertThat(log.messages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Memo exceeds size limit.", "transaction size of 5 bytes exceeds limit of 4 bytes"})
    void reportOfATaskThatIsTooLargeEndsTheWorkflow(String reason) {
        server.answer(Status.INVALID_ARGUMENT.withDescription(reason));
        reportTask();
        assertThat(log.messages())
                .containsExactly("Temporal refuses the report of a workflow task that is too large, and terminates the"
                        + " workflow: INVALID_ARGUMENT: " + reason);
    }

    @Test
    void reportOfATaskThatIsTooLargeIsRepeatedAndCounted() {
        reports.bindTo(meters);
        server.answer(Status.RESOURCE_EXHAUSTED.withDescription(
                "grpc: received message larger than max (4500203 vs. 4194304)"));
        reportTask();
        assertThat(refusedTasks()).isEqualTo(1);
        assertThat(log.messages()).singleElement().asString().contains("so the attempt or task is repeated");
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"OK", "UNAVAILABLE", "DEADLINE_EXCEEDED", "NOT_FOUND"})
    void otherFailureIsNotLogged(Status.Code code) {
        server.answer(code.toStatus());
        report();
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void refusedWorkflowTaskIsCounted() {
        reports.bindTo(meters);
        server.answer(Status.INVALID_ARGUMENT.withDescription("BadSearchAttributes: no mapping defined"));
        reportTask();
        report();
        server.answer(Status.NOT_FOUND);
        reportTask();
        assertThat(refusedTasks()).isEqualTo(1);
        assertThat(log.messages()).singleElement().asString().contains("BadSearchAttributes");
    }

    @Test
    void endOfAWorkflowThatHasJustReceivedASignalIsNoRefusal() {
        reports.bindTo(meters);
        server.answer(Status.INVALID_ARGUMENT.withDescription("UnhandledCommand"));
        reportTask();
        assertThat(refusedTasks()).isZero();
        assertThat(log.messages()).isEmpty();
    }

    private double refusedTasks() {
        return meters.get("durahook.workflow-tasks.refused").functionCounter().count();
    }

    private void reportTask() {
        catchThrowable(() -> stubs.blockingStub()
                .respondWorkflowTaskCompleted(RespondWorkflowTaskCompletedRequest.getDefaultInstance()));
    }

    private void report() {
        catchThrowable(() -> stubs.blockingStub()
                .respondActivityTaskCompleted(RespondActivityTaskCompletedRequest.getDefaultInstance()));
        catchThrowable(() ->
                stubs.blockingStub().respondActivityTaskFailed(RespondActivityTaskFailedRequest.getDefaultInstance()));
    }
}
