package dev.durahook.worker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.worker.WorkerContext;
import dev.durahook.workflows.TaskQueues;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class OperationWorkersTest {

    @Test
    void operationsHaveAWorker() {
        WorkerContext.with()
                .run(context -> assertThat(context.getBean(WorkersTemplate.class)
                                .getWorkerFactory()
                                .tryGetWorker(TaskQueues.OPERATIONS))
                        .isNotNull());
    }

    @Test
    void workerDoesNotProcessEventsThere() {
        stops(
                "durahook.worker.task-queues names durahook-operations",
                "durahook.worker.task-queues=durahook,durahook-operations");
    }

    @Test
    void applicationHasNoWorkerOfItsOwnThere() {
        stops(
                "the application names the task queue durahook-operations",
                "spring.temporal.workers[0].task-queue=durahook-operations");
    }

    private static void stops(String problem, String property) {
        WorkerContext.with(property).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .rootCause()
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidConfigurationException.class))
                    .satisfies(refusal -> {
                        assertThat(refusal).hasMessageContaining(problem);
                        assertThat(refusal.remedy()).isEqualTo("Name another task queue.");
                    });
        });
    }
}
