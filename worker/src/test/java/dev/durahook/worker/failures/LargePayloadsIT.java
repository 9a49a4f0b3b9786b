package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.archive.Archive;
import com.acme.archive.Archive.Job;
import com.acme.archive.Archive.Way;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.size.SentPayloads;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.spring.boot.ActivityImpl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Values that are larger than Temporal takes (2 MiB), or larger together than the report of one workflow task may be
 * (4 MiB), on a real server. By itself, the server terminates a workflow that sends them.
 */
@RequiresTemporal
@Timeout(600)
class LargePayloadsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LARGE_BODY = "b".repeat(1_900_000);

    private static TemporalServer server;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                        server,
                        List.of(),
                        application -> application.registerBean(ScriptedPress.class),
                        "spring.main.sources=com.acme.archive",
                        "durahook.policies.archive.initial-interval=100ms",
                        "durahook.policies.archive.maximum-attempts=0")
                .warm();
    }

    @AfterAll
    static void stop() {
        worker.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "STEPS, 3, 1500000",
        "PARALLEL_STEPS, 2, 1500000",
        "CHILDREN, 2, 1500000",
        "SIDE_EFFECTS, 2, 1500000",
        "RESULT, 1, 2000000",
    })
    void valuesThatTemporalTakesAreTaken(Way way, int documents, int size) throws Exception {
        Event event = process(new Job(way, documents, size, ""));

        assertThat(result(event)).isNotBlank();
        replay(event);
    }

    // The task that reports the first attempts fails, and the next one makes no first attempts.
    @ParameterizedTest
    @CsvSource({"RESULTS, 3, 1500000", "PARALLEL_RESULTS, 3, 1500000"})
    void resultsOfFirstAttemptsThatAreTooLargeTogetherComeFromActivities(Way way, int documents, int size)
            throws Exception {
        Event event = process(new Job(way, documents, size, ""));

        assertThat(result(event)).isEqualTo("1500000,1500000,1500000");
        replay(event);
    }

    @Test
    void argumentsThatAreTooLargeTogetherFailTheTaskAndTheWorkflowIsNotTerminated() throws Exception {
        double before = refused();
        Event event = process(new Job(Way.PARALLEL_STEPS, 3, 1_500_000, ScriptedPress.FAILING));
        WorkflowStub workflow = server.client().newUntypedWorkflowStub(event.id());

        Await.until("Temporal has refused three reports", () -> refused() >= before + 3);
        assertThat(event.isSettled()).as("the workflow has ended").isFalse();
        assertThat(server.workflows().history(event.id()).toString()).contains("larger than max");
        workflow.terminate("the test has ended");
    }

    // The first attempts fail, so the activities are scheduled.
    @ParameterizedTest
    @CsvSource({"STEPS, 3, 1500000", "PARALLEL_STEPS, 2, 1500000"})
    void argumentsOfStepsThatFailAtFirstAreTaken(Way way, int documents, int size) throws Exception {
        Event event = process(new Job(way, documents, size, ScriptedPress.FAILING));

        assertThat(result(event)).startsWith("7,7");
        replay(event);
    }

    @Test
    void argumentsThatAreTooLargeAreNoHindranceWhileTheFirstAttemptSucceeds() throws Exception {
        Event event = process(new Job(Way.STEPS, 1, 2_500_000, ""));

        // On a busy machine, the worker may make no first attempt.
        Await.until("the event is parked or has ended", event::isSettled);
        if (event.status() == null) {
            assertThat(result(event)).isEqualTo("7");
        }
        replay(event);
    }

    @Test
    void stepWithArgumentsThatAreTooLargeIsParkedAndCanBeDiscarded() throws Exception {
        Event event = process(new Job(Way.STEPS, 1, 2_500_000, ScriptedPress.FAILING));

        Await.until("the event is parked or has ended", event::isSettled);
        assertThat(event.parked())
                .contains(
                        "- Step: `Print 0`",
                        "the arguments of print are larger than Temporal takes",
                        "`ArgumentsTooLarge`");
        replay(event);
        event.signal("discard", "too large");
        assertThat(event.outcome().toString()).contains("too large");
    }

    @ParameterizedTest
    @CsvSource({
        "CHILDREN, the arguments of copy are larger than Temporal takes",
        "SIGNAL, the arguments of document are larger than Temporal takes",
        "NEW_RUN, the arguments of the new run are larger than Temporal takes",
        "RESULT, the result of the workflow is larger than Temporal takes",
        "SIDE_EFFECTS, the value of a side effect is larger than Temporal takes",
    })
    void workflowThatWouldSendMoreThanTemporalTakesIsParked(Way way, String failure) throws Exception {
        Event event = process(new Job(way, 1, 2_500_000, ""));

        Await.until("the event is parked or has ended", event::isSettled);
        assertThat(event.parked()).contains("- Step: `Run the workflow`", failure, "TooLarge`");
        replay(event);
        event.signal("discard", "too large");
        assertThat(event.outcome().toString()).contains("too large");
    }

    @Test
    void workflowThatFailsAfterLargeResultsIsParkedWithItsLargeBody() throws Exception {
        Event event = process(new Job(Way.FAILURE, 2, 1_200_000, LARGE_BODY));

        Await.until("the event is parked or has ended", event::isSettled);
        assertThat(event.parked()).contains("- Step: `Run the workflow`", "closed after 1200000,1200000");
        replay(event);
    }

    @Test
    void updateWhoseResultIsTooLargeFailsAndTheWorkflowGoesOn() throws Exception {
        Event event = process(new Job(Way.WAIT, 1, 1, ""));
        WorkflowStub workflow = server.client().newUntypedWorkflowStub(event.id());

        assertThatThrownBy(() -> workflow.update("read", String.class, 2_500_000))
                .isInstanceOf(WorkflowUpdateException.class)
                .hasStackTraceContaining("the result of the update read is larger than Temporal takes");
        assertThat(workflow.update("read", String.class, 2_000_000)).hasSize(2_000_000);
        replay(event);
        workflow.cancel();
    }

    // A task's report repeats the arguments of the updates that it accepts.
    @Test
    void updatesThatAreTooLargeTogetherFailAndCanBeSentAgain() throws Exception {
        Event event = RunningWorker.deliver(
                server.client(),
                Archive.TYPE,
                JSON.writeValueAsBytes(new Job(Way.WAIT, 1, 1, "")),
                RunningWorker.USUAL_TASK);
        WorkflowStub workflow = server.client().newUntypedWorkflowStub(event.id());
        List<CompletableFuture<Integer>> sent = IntStream.range(0, 3)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> store(workflow, number), task -> new Thread(task).start()))
                .toList();

        for (CompletableFuture<Integer> update : sent) {
            assertThat(update.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1_900_000);
        }
        assertThat(event.isSettled()).as("the workflow has ended").isFalse();
        replay(event);
        workflow.cancel();
    }

    private static int store(WorkflowStub workflow, int number) {
        return Await.value("the update is taken", () -> {
            try {
                return Optional.of(workflow.update("store", Integer.class, "a".repeat(1_900_000)));
            } catch (WorkflowServiceException e) {
                pause(number);
                return Optional.empty();
            }
        });
    }

    // Updates that are sent again at the same moment would fail again.
    private static void pause(int number) {
        try {
            TimeUnit.SECONDS.sleep(number);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double refused() {
        return worker.functionCount("durahook.workflow-tasks.refused");
    }

    private static Event process(Job job) throws Exception {
        return RunningWorker.deliver(server.client(), Archive.TYPE, JSON.writeValueAsBytes(job));
    }

    private static String result(Event event) throws TimeoutException {
        return server.client()
                .newUntypedWorkflowStub(event.id())
                .getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, String.class);
    }

    // Another worker may know other limits.
    private static void replay(Event event) throws Exception {
        WorkflowExecutionHistory history = server.client().fetchHistory(event.id(), event.runId());
        for (SentPayloads payloads : List.of(SentPayloads.standard(), withLimit(1), withLimit(Integer.MAX_VALUE))) {
            RecordedHistories.replay(
                    history,
                    List.of(new DiscardInterceptor(payloads), new PacedRetries(payloads)),
                    Archive.ArchiveWorkflow.class,
                    Archive.CopyWorkflow.class);
        }
    }

    private static SentPayloads withLimit(int limit) {
        return new SentPayloads(() -> DefaultDataConverter.STANDARD_INSTANCE, () -> limit);
    }

    /** Fails the first attempt at each step, if the event's body says so. */
    @ActivityImpl(taskQueues = "durahook")
    static class ScriptedPress implements Archive.Press {

        static final String FAILING = "failing";

        private static final Map<String, Integer> ATTEMPTS = new ConcurrentHashMap<>();

        @Override
        public String print(String step, String script, String document) {
            if (script.equals(FAILING) && ATTEMPTS.merge(step, 1, Integer::sum) == 1) {
                throw new IllegalStateException("the press is down");
            }
            return "printed";
        }

        @Override
        public String fetch(int size) {
            return "a".repeat(size);
        }
    }
}
