package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerPropertiesTest {

    @Test
    void nothingHasToBeConfigured() {
        assertThat(properties()).isEqualTo(new WorkerProperties.Worker(List.of("durahook"), Duration.ofSeconds(25)));
    }

    @Test
    void everyKeyIsMapped() {
        assertThat(properties("durahook.worker.task-queues=durahook,slow", "durahook.worker.shutdown-timeout=2m"))
                .isEqualTo(new WorkerProperties.Worker(List.of("durahook", "slow"), Duration.ofMinutes(2)));
    }

    @Test
    void taskQueueThatIsNamedTwiceIsServedOnce() {
        assertThat(properties("durahook.worker.task-queues=orders,durahook,orders")
                        .taskQueues())
                .containsExactly("orders", "durahook");
    }

    private static WorkerProperties.Worker properties(String... properties) {
        WorkerProperties.Worker[] bound = new WorkerProperties.Worker[1];
        WorkerContext.with(properties).run(context -> bound[0] = context.getBean(WorkerProperties.Worker.class));
        return bound[0];
    }

    @Test
    void whiteSpaceAroundATaskQueueStopsTheStart() {
        WorkerContext.withYaml("durahook.worker.task-queues: [durahook, ' slow']")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.worker.task-queues[1] begins or ends with white space"));
    }

    @ParameterizedTest
    @CsvSource({
        "task-queues, '', taskQueues",
        "task-queues[0], ' ', taskQueues[0]",
        "task-queues, '[durahook]', durahook.worker.task-queues[0] holds a quotation mark",
        "task-queues, '\"durahook\"', durahook.worker.task-queues[0] holds a quotation mark",
        "task-queues, '[\"a\",\"b\"]', durahook.worker.task-queues[0] holds a quotation mark",
        "task-queues, ${DURAHOOK_TEST_NO_QUEUE}, holds a placeholder that nothing resolves",
        "task-queues, '${DURAHOOK_TEST_NO_QUEUE},b', holds a placeholder that nothing resolves",
        "shutdown-timeout, soon, shutdown-timeout",
        "shutdown-timeout, '', shutdown-timeout",
        "shutdown-timeout, 25, 'has no unit, and a number would count as milliseconds'",
        "shutdown-timeout, -1s, shutdown-timeout must not be negative",
        "task-queue, durahook, durahook.worker.task-queue",
        "threads, 4, durahook.worker.threads"
    })
    void invalidValueStopsTheStartAndIsNamed(String key, String value, String message) {
        WorkerContext.with("durahook.worker." + key + "=" + value)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.worker")
                        .hasStackTraceContaining(message));
    }
}
