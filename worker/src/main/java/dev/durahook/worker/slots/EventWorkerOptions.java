package dev.durahook.worker.slots;

import io.temporal.spring.boot.WorkerOptionsCustomizer;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.CompositeTuner;
import io.temporal.worker.tuning.FixedSizeSlotSupplier;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The options in which a worker of events differs from the SDK's defaults, unless its application sets them.
 *
 * <p>It keeps 20 requests for workflow tasks open. The SDK's default is five, and three of them ask only for the second
 * and later tasks of a workflow. An event that succeeds has one task, so two requests would carry all events.
 *
 * <p>The code of a workflow may run for five seconds before the SDK takes it for a deadlock and fails the workflow task.
 * The SDK's default is one second. A worker that starts while events wait has up to 200 workflow tasks at once, whose
 * threads wait for each other to load the classes. That takes seconds on two processors, and after a failed task the first
 * attempt is made again, with its effects. See <a href="https://github.com/temporalio/sdk-java/issues/1141">sdk-java issue
 * 1141</a>. For the same reason, {@link SlowStart} gives few slots at first, unless the application has a tuner of its own.
 *
 * <p>This class runs after the application's own customizers and leaves what they have set.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class EventWorkerOptions implements WorkerOptionsCustomizer {

    // With the SDK's autoscaling, all pollers of a queue share one backoff. In an outage it reaches its maximum at
    // once, and after the outage no poller asks for up to a minute.
    private static final int POLLERS = 20;

    // Half of the time-out of a workflow task: a task whose thread is really stuck still fails with the reason.
    private static final Duration DEADLOCK = Duration.ofSeconds(5);

    private final Set<String> taskQueues;

    /**
     * Sets the options of the workers of these task queues.
     *
     * @param taskQueues the task queues of events
     */
    public EventWorkerOptions(Collection<String> taskQueues) {
        this.taskQueues = Set.copyOf(taskQueues);
    }

    @Override
    public WorkerOptions.Builder customize(WorkerOptions.Builder options, String workerName, String taskQueue) {
        return taskQueues.contains(taskQueue) ? withSlowStart(withPatience(withPollers(options)), taskQueue) : options;
    }

    private static WorkerOptions.Builder withPollers(WorkerOptions.Builder options) {
        WorkerOptions declared = options.build();
        boolean isDeclared = declared.getWorkflowTaskPollersBehavior() != null
                || declared.getMaxConcurrentWorkflowTaskPollers() != 0;
        return isDeclared ? options : options.setMaxConcurrentWorkflowTaskPollers(POLLERS);
    }

    private static WorkerOptions.Builder withPatience(WorkerOptions.Builder options) {
        boolean isDeclared = options.build().getDefaultDeadlockDetectionTimeout() != 0;
        return isDeclared ? options : options.setDefaultDeadlockDetectionTimeout(DEADLOCK.toMillis());
    }

    // A tuner takes the place of the declared numbers, and the SDK refuses both together.
    private static WorkerOptions.Builder withSlowStart(WorkerOptions.Builder options, String taskQueue) {
        WorkerOptions declared = options.build();
        if (declared.getWorkerTuner() != null) {
            return options;
        }
        WorkerSlots slots = new WorkerSlots(declared);
        return options.setMaxConcurrentWorkflowTaskExecutionSize(0)
                .setMaxConcurrentActivityExecutionSize(0)
                .setMaxConcurrentLocalActivityExecutionSize(0)
                .setMaxConcurrentNexusExecutionSize(0)
                .setWorkerTuner(new CompositeTuner(
                        new SlowStart(taskQueue, slots.workflowTasks()),
                        new FixedSizeSlotSupplier<>(slots.activities()),
                        new FixedSizeSlotSupplier<>(slots.localActivities()),
                        new FixedSizeSlotSupplier<>(slots.nexusTasks())));
    }
}
