package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.durahook.testsupport.LogLines;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefusedPollsTest {

    @RegisterExtension
    final LogLines log = LogLines.of(RefusedPolls.class);

    private final AtomicLong nanoTime = new AtomicLong();
    private final RefusedPolls polls = new RefusedPolls(nanoTime::get);
    private final CannedAnswers server = new CannedAnswers();
    private final WorkflowServiceStubs stubs = server.connection(polls);
    private final WorkflowClient client = WorkflowClient.newInstance(stubs);
    private final Outages outages = new Outages(client, nanoTime::get);

    @BeforeEach
    void listen() {
        polls.watch(client, outages);
        outages.answered();
    }

    @AfterEach
    void stop() {
        stubs.shutdownNow();
    }

    @Test
    void lastingRefusalIsLoggedOnceAnHourForEachKindOfTask() {
        server.answer(Status.PERMISSION_DENIED.withDescription("no worker"));
        pollFor(Duration.ofSeconds(30));
        assertThat(log.messages())
                .containsExactly(
                        "Temporal answers, but gives this worker no activity tasks: the credentials are not accepted"
                                + " for namespace \"default\": no worker",
                        "Temporal answers, but gives this worker no workflow tasks: the credentials are not accepted"
                                + " for namespace \"default\": no worker");
        pollFor(Duration.ofMinutes(61));
        assertThat(log.messages()).hasSize(4);
    }

    @Test
    void shortRefusalIsNotLogged() {
        for (int i = 0; i < 100; i++) {
            server.answer(Status.RESOURCE_EXHAUSTED);
            pollFor(Duration.ofSeconds(5));
            server.answer(Status.OK);
            pollFor(Duration.ofSeconds(1));
        }
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void outageIsNotLoggedByThisClass() {
        server.answer(Status.UNAVAILABLE);
        pollFor(Duration.ofSeconds(5));
        outages.failed(Status.UNAVAILABLE.asRuntimeException());
        pollFor(Duration.ofMinutes(30));
        outages.answered();
        pollFor(Duration.ofSeconds(59));
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void lastingFailureOfAPartOfTheServerIsLogged() {
        server.answer(Status.UNAVAILABLE.withDescription("Not enough hosts to serve the request"));
        pollFor(Duration.ofSeconds(70));
        assertThat(log.messages())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("Not enough hosts"));
    }

    @Test
    void emptyPollAndOtherCallsAreNotLogged() {
        server.answer(Status.DEADLINE_EXCEEDED);
        pollFor(Duration.ofMinutes(10));
        server.answer(Status.CANCELLED);
        pollFor(Duration.ofMinutes(10));
        server.answer(Status.PERMISSION_DENIED);
        for (int i = 0; i < 100; i++) {
            nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
            catchThrowable(() -> stubs.blockingStub().describeNamespace(DescribeNamespaceRequest.getDefaultInstance()));
        }
        assertThat(log.messages()).isEmpty();
    }

    private void pollFor(Duration duration) {
        for (long i = 0; i < duration.toSeconds(); i++) {
            nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
            catchThrowable(() ->
                    stubs.blockingStub().pollActivityTaskQueue(PollActivityTaskQueueRequest.getDefaultInstance()));
            catchThrowable(() ->
                    stubs.blockingStub().pollWorkflowTaskQueue(PollWorkflowTaskQueueRequest.getDefaultInstance()));
        }
    }
}
