package dev.durahook.worker.slots;

import io.temporal.spring.boot.WorkerOptionsCustomizer;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.PollerBehavior;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;
import java.util.Collection;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * How many requests for tasks a worker of events keeps open, if its application does not say.
 *
 * <p>The SDK's default is five for workflow tasks, and three of them ask only for the second and later tasks of a
 * workflow. An event that succeeds has one task, so two requests would carry all events.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class EventPollers implements WorkerOptionsCustomizer {

    // Temporal says with each answer whether more or fewer are worth it. A server that does not say it keeps ten.
    private static final PollerBehavior BEHAVIOR = new PollerBehaviorAutoscaling(5, 50, 10);

    private final Set<String> taskQueues;

    /**
     * Takes the task queues.
     *
     * @param taskQueues the task queues of events
     */
    public EventPollers(Collection<String> taskQueues) {
        this.taskQueues = Set.copyOf(taskQueues);
    }

    /** Returns the options of a worker that the application does not declare. */
    public WorkerOptions options() {
        return withPollers(WorkerOptions.newBuilder()).build();
    }

    @Override
    public WorkerOptions.Builder customize(WorkerOptions.Builder options, String workerName, String taskQueue) {
        return taskQueues.contains(taskQueue) ? withPollers(options) : options;
    }

    private static WorkerOptions.Builder withPollers(WorkerOptions.Builder options) {
        WorkerOptions declared = options.build();
        if (declared.getWorkflowTaskPollersBehavior() == null && declared.getMaxConcurrentWorkflowTaskPollers() == 0) {
            options.setWorkflowTaskPollersBehavior(BEHAVIOR);
        }
        if (declared.getActivityTaskPollersBehavior() == null && declared.getMaxConcurrentActivityTaskPollers() == 0) {
            options.setActivityTaskPollersBehavior(BEHAVIOR);
        }
        return options;
    }
}
