package dev.durahook.worker;

import dev.durahook.workflows.TaskQueues;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;
import org.springframework.validation.annotation.Validated;

/** What the worker runs and how. */
final class WorkerProperties {

    static final String POLICIES = "durahook.policies";

    private WorkerProperties() {}

    /**
     * Refuses a key that no policy has: misspelt, it would leave the default in force, and nobody would know.
     *
     * @throws org.springframework.boot.context.properties.bind.BindException if there is one; it names it
     */
    static void requireKnownPolicyKeys(Environment environment) {
        Binder.get(environment)
                .bind(
                        POLICIES,
                        Bindable.mapOf(String.class, PolicyProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
    }

    /**
     * How the worker runs.
     *
     * @param taskQueues the task queues whose events this worker processes: those of the receiver's sources
     * @param shutdownTimeout the longest that a stopping worker waits for running activities; what has not ended by
     *     then is tried again by another worker
     */
    @Validated
    @ConfigurationProperties(prefix = "durahook.worker", ignoreUnknownFields = false)
    record Worker(
            @DefaultValue(TaskQueues.DEFAULT) @NotEmpty List<@NotBlank String> taskQueues,
            @DefaultValue("25s") Duration shutdownTimeout) {

        Worker {
            if (shutdownTimeout.isNegative()) {
                throw new IllegalArgumentException("durahook.worker.shutdown-timeout must not be negative");
            }
        }
    }

    /**
     * The declared policies.
     *
     * @param policies policies by name; the one named {@code default} is for every step that names none
     */
    @ConfigurationProperties("durahook")
    record Policies(@DefaultValue Map<String, PolicyProperties> policies) {}
}
