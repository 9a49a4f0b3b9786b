package dev.durahook.worker;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.workflows.TaskQueues;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The properties under {@code durahook.worker}. */
final class WorkerProperties {

    static final String GROUP = "durahook.worker";

    private WorkerProperties() {}

    /**
     * The task queues and the shutdown of the worker.
     *
     * @param taskQueues the task queues whose events this worker processes: the task queues of the receiver's sources; a
     *     name that appears twice counts once
     * @param shutdownTimeout the longest that a stopping worker waits for running activities; another worker retries
     *     the activities that have not ended by then
     */
    @Validated
    @ConfigurationProperties(prefix = GROUP, ignoreUnknownFields = false)
    record Worker(
            @DefaultValue(TaskQueues.DEFAULT) @NotEmpty List<@NotBlank String> taskQueues,
            @DefaultValue("25s") Duration shutdownTimeout) {

        Worker {
            for (int i = 0; i < taskQueues.size(); i++) {
                requireAlone("durahook.worker.task-queues[" + i + "]", taskQueues.get(i));
            }
            taskQueues = taskQueues.stream().distinct().toList();
            if (shutdownTimeout.isNegative()) {
                throw InvalidConfigurationException.ofKey(
                        "durahook.worker.shutdown-timeout",
                        "must not be negative",
                        "Correct the value, or leave the key out to use the default.");
            }
        }

        private static void requireAlone(String key, String queue) {
            TaskQueues.mistake(queue).ifPresent(mistake -> {
                throw InvalidConfigurationException.ofKey(
                        key, mistake + ".", "Correct the name, which must be that of the sources' task queue.");
            });
        }
    }
}
