package dev.durahook.worker.slots;

import io.temporal.spring.boot.WorkerOptionsCustomizer;
import io.temporal.worker.WorkerOptions;
import java.util.Collection;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * How many requests for workflow tasks a worker of events keeps open, if its application does not say.
 *
 * <p>The SDK's default is five, and three of them ask only for the second and later tasks of a workflow. An event that
 * succeeds has one task, so two requests would carry all events. This class runs after the application's own customizers
 * and leaves what they have set.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class EventPollers implements WorkerOptionsCustomizer {

    // With the SDK's autoscaling, all pollers of a queue share one backoff. In an outage it reaches its maximum at
    // once, and after the outage no poller asks for up to a minute.
    private static final int POLLERS = 20;

    private final Set<String> taskQueues;

    /**
     * Sets the number for the workers of these task queues.
     *
     * @param taskQueues the task queues of events
     */
    public EventPollers(Collection<String> taskQueues) {
        this.taskQueues = Set.copyOf(taskQueues);
    }

    @Override
    public WorkerOptions.Builder customize(WorkerOptions.Builder options, String workerName, String taskQueue) {
        return taskQueues.contains(taskQueue) ? withPollers(options) : options;
    }

    private static WorkerOptions.Builder withPollers(WorkerOptions.Builder options) {
        WorkerOptions declared = options.build();
        boolean isDeclared = declared.getWorkflowTaskPollersBehavior() != null
                || declared.getMaxConcurrentWorkflowTaskPollers() != 0;
        return isDeclared ? options : options.setMaxConcurrentWorkflowTaskPollers(POLLERS);
    }
}
