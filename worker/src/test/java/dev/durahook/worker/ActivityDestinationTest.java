package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.metrics.WatchedQueues;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.routing.DeclaredPlans;
import dev.durahook.workflows.routing.PlannedActivity;
import dev.durahook.workflows.routing.PlannedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A destination of the kind activity in an application. */
class ActivityDestinationTest {

    private static final String[] SCORE = {
        "durahook.destinations.score.kind=activity",
        "durahook.destinations.score.activity=score_order",
        "durahook.destinations.score.task-queue=python",
        "durahook.routes.all.event-types=shop.*",
        "durahook.routes.all.destinations=score"
    };

    @Test
    void planNamesTheActivity() {
        WorkerContext.with(SCORE).run(context -> {
            assertThat(context.getBean(DeclaredPlans.class).plan("shop.paid").steps())
                    .containsExactly(new PlannedStep(
                            PlannedStep.Kind.DELIVERY,
                            "score",
                            "default",
                            null,
                            new PlannedActivity("score_order", "python")));
            assertThat(context.getBean(Destinations.class).summaries())
                    .containsExactly("Destination score: activity score_order on task queue python, policy default");
        });
    }

    // The backlog of the queue shows an operator that no worker polls it.
    @Test
    void taskQueueIsMeasuredAndThisWorkerNeedNotPollIt() {
        WorkerContext.with(SCORE).run(context -> {
            assertThat(context.getBean("durahookActivityQueues", WatchedQueues.class)
                            .activities())
                    .containsExactly("python");
            assertThat(context.getBean("durahookWatchedQueues", WatchedQueues.class)
                            .activities())
                    .containsExactly("durahook.destination.score");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activity=|activity must be given: the activity type that the worker registers",
                "task-queue=|task-queue must be given: the task queue of the worker",
                "task-queue=durahook-operations|task-queue must not be durahook-operations, where an event could take",
                "requests-per-second=5|requests-per-second has no effect on a destination of this kind",
                "concurrency=10|concurrency has no effect on a destination of this kind",
                "url=https://a.example|url is not a known key of this destination"
            })
    void invalidKeyStopsTheStart(String property, String message) {
        WorkerContext.with(SCORE)
                .withPropertyValues("durahook.destinations.score." + property)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.destinations.score." + message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "activity: ' score', task-queue: python|activity begins or ends with white space: remove it",
                "activity: score, task-queue: 'python '|task-queue begins or ends with white space: remove it",
                "activity: score, task-queue: '[python]'|task-queue holds a quotation mark, a bracket or a comma"
            })
    void nameThatIsNotWrittenAloneStopsTheStart(String keys, String message) {
        WorkerContext.withYaml("durahook.destinations.score: {kind: activity, " + keys + "}")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.destinations.score." + message));
    }

    // This worker would take the activities that only the other worker knows.
    @Test
    void taskQueueOfThisWorkerStopsTheStart() {
        WorkerContext.with(SCORE)
                .withPropertyValues("durahook.destinations.score.task-queue=durahook")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining(
                                "durahook.destinations.score.task-queue is a task queue of this worker, which has no"
                                        + " such activity: let the worker that has it poll a task queue of its own"));
    }

    // This worker would run its default workflow.
    @Test
    void workflowThatThisWorkerDoesNotHaveIsNotStartedOnItsQueue() {
        WorkerContext.with(
                        "durahook.destinations.order.kind=workflow",
                        "durahook.destinations.order.workflow-id=order-{/order}",
                        "durahook.destinations.order.update=paid",
                        "durahook.destinations.order.missing=start",
                        "durahook.destinations.order.type=PythonOrder",
                        "durahook.destinations.order.task-queue=durahook")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining(
                                "durahook.destinations.order.task-queue is a task queue of this worker, which has no"
                                        + " workflow of this type"));
    }
}
