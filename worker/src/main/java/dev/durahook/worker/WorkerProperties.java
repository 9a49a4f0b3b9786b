package dev.durahook.worker;

import dev.durahook.workflows.TaskQueues;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What the worker runs and how. */
final class WorkerProperties {

    private WorkerProperties() {}

    /**
     * How the worker runs.
     *
     * @param taskQueues the task queues whose events this worker processes: those of the receiver's sources
     * @param shutdownTimeout the longest that a stopping worker waits for running activities; what has not ended by
     *     then is tried again by another worker
     */
    @Validated
    @ConfigurationProperties("durahook.worker")
    record Worker(
            @DefaultValue(TaskQueues.DEFAULT) @NotEmpty List<String> taskQueues,
            @DefaultValue("25s") @NotNull Duration shutdownTimeout) {}

    /**
     * The declared policies.
     *
     * @param policies policies by name; the one named {@code default} is for every step that names none
     */
    @ConfigurationProperties("durahook")
    record Policies(@DefaultValue Map<String, PolicyProperties> policies) {}
}
