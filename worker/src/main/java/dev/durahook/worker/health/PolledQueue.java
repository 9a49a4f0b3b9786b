package dev.durahook.worker.health;

import dev.durahook.workflows.delivery.DestinationQueues;
import io.temporal.api.enums.v1.TaskQueueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A task queue that this worker has to poll.
 *
 * @param name the queue's name
 * @param type of the two kinds of tasks that a queue of this name has, the one that is polled for
 */
public record PolledQueue(String name, TaskQueueType type) {

    /** The queues of a worker: those of the events, for workflows and activities, and one for each destination. */
    public static List<PolledQueue> of(Collection<String> taskQueues, Collection<String> destinations) {
        List<PolledQueue> queues = new ArrayList<>();
        for (String taskQueue : taskQueues) {
            queues.add(new PolledQueue(taskQueue, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW));
            queues.add(new PolledQueue(taskQueue, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY));
        }
        for (String destination : destinations) {
            queues.add(new PolledQueue(DestinationQueues.of(destination), TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY));
        }
        return List.copyOf(queues);
    }
}
