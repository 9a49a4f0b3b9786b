package com.acme.archive;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Passes documents on that are larger than Temporal takes, by themselves or together. */
@WorkflowInterface
public interface Archive {

    /** The type of the events. */
    String TYPE = "shop.archive";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event, Job job);

    /** Reads a document of this size from the archive. */
    @UpdateMethod(name = "read")
    String read(int size);

    /** Stores a document in the archive. */
    @UpdateMethod(name = "store")
    int store(String document);

    /** Where the documents of an event come from or go to. */
    enum Way {
        STEPS,
        PARALLEL_STEPS,
        RESULTS,
        PARALLEL_RESULTS,
        CHILDREN,
        SIDE_EFFECTS,
        SIGNAL,
        NEW_RUN,
        RESULT,
        FAILURE,
        WAIT
    }

    /**
     * The input of the workflow: how many documents it passes on, how large they are, and where they go.
     *
     * @param way where the documents go to
     * @param documents how many documents there are
     * @param size the size of each document in bytes
     * @param note what the activities are told, or what makes the event's body large
     */
    record Job(Way way, int documents, int size, String note) {}

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class ArchiveWorkflow implements Archive {

        private static final String POLICY = "archive";

        @Override
        public String process(WebhookEvent event, Job job) {
            return switch (job.way()) {
                case STEPS -> joined(steps(job).map(step -> print(event, job, step)));
                case PARALLEL_STEPS ->
                    joined(all(steps(job).map(step -> Async.function(() -> print(event, job, step)))));
                case RESULTS -> joined(steps(job).map(step -> fetch(job, step)));
                case PARALLEL_RESULTS -> joined(all(steps(job).map(step -> Async.function(() -> fetch(job, step)))));
                case CHILDREN ->
                    joined(all(steps(job)
                            .map(step -> Async.function(
                                    Workflow.newChildWorkflowStub(
                                            Copy.class,
                                            ChildWorkflowOptions.newBuilder()
                                                    .setWorkflowId(event.id() + "/" + step)
                                                    .build())::copy,
                                    document(job)))));
                case SIDE_EFFECTS ->
                    joined(steps(job).map(step -> Workflow.sideEffect(String.class, () -> document(job))));
                case SIGNAL -> signal(event, job);
                case NEW_RUN -> newRun(event, new Job(Way.RESULT, 1, 1, document(job)));
                case RESULT -> document(job);
                case FAILURE -> throw failed(steps(job).map(step -> fetch(job, step)));
                case WAIT -> waitForUpdates();
            };
        }

        @Override
        public String read(int size) {
            return "a".repeat(size);
        }

        @Override
        public int store(String document) {
            return document.length();
        }

        private static String newRun(WebhookEvent event, Job job) {
            return Workflow.newContinueAsNewStub(Archive.class).process(event, job);
        }

        private static String waitForUpdates() {
            Workflow.await(() -> false);
            return "";
        }

        private static String signal(WebhookEvent event, Job job) {
            WorkflowExecution other = WorkflowExecution.newBuilder()
                    .setWorkflowId(event.id() + "/other")
                    .build();
            Workflow.newUntypedExternalWorkflowStub(other).signal("document", document(job));
            return "signalled";
        }

        private static ApplicationFailure failed(Stream<String> fetched) {
            return ApplicationFailure.newNonRetryableFailure("closed after " + joined(fetched), "Closed");
        }

        private static Stream<Integer> steps(Job job) {
            return IntStream.range(0, job.documents()).boxed();
        }

        private static Stream<String> all(Stream<Promise<String>> promises) {
            return promises.toList().stream().map(Promise::get);
        }

        private static String joined(Stream<String> results) {
            return results.map(result -> Integer.toString(result.length())).collect(Collectors.joining(","));
        }

        private static String document(Job job) {
            return "a".repeat(job.size());
        }

        private static String print(WebhookEvent event, Job job, int number) {
            return Step.named("Print " + number)
                    .under(POLICY)
                    .call(options -> Workflow.newActivityStub(Press.class, options)
                            .print(event.id() + "/" + number, job.note(), document(job)));
        }

        private static String fetch(Job job, int number) {
            return Step.named("Fetch " + number)
                    .under(POLICY)
                    .call(options ->
                            Workflow.newActivityStub(Press.class, options).fetch(job.size()));
        }
    }

    /** Copies a document. */
    @WorkflowInterface
    interface Copy {

        @WorkflowMethod(name = "copy")
        String copy(String document);
    }

    /** Answers with the document's first letter. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class CopyWorkflow implements Copy {

        @Override
        public String copy(String document) {
            return document.substring(0, 1);
        }
    }

    /** The activities. The test brings its own. */
    @ActivityInterface
    interface Press {

        @ActivityMethod(name = "print")
        String print(String step, String script, String document);

        @ActivityMethod(name = "fetch")
        String fetch(int size);
    }
}
