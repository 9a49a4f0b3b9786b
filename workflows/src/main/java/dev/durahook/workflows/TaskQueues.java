package dev.durahook.workflows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The task queues that the receiver and the worker share. */
public final class TaskQueues {

    /** The task queue of every source that does not name another. */
    public static final String DEFAULT = "durahook";

    /**
     * The task queue of the workflows with which an operator decides on many events at once, such as {@code
     * durahook.discard-parked}. An event's type is chosen by its sender, so no event may start a workflow on this queue:
     * neither a source nor the worker's task queues may name it.
     */
    public static final String OPERATIONS = "durahook-operations";

    private static final String HANDLER = ".handler.";
    private static final String DESTINATION = ".destination.";

    private static final Pattern NOT_ALONE = Pattern.compile("[\"'\\[\\],]");

    /** In bytes. Temporal's column in MySQL holds 255, and Temporal appends a suffix for the queue's partitions. */
    public static final int LONGEST_NAME = 200;

    private TaskQueues() {}

    /** Whether Temporal may not be able to store the name of a task queue. */
    public static boolean isTooLong(String taskQueue) {
        return taskQueue.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
    }

    /**
     * Finds a mistake in the name of a task queue, such as quotation marks. Temporal takes such a name, but no other worker
     * has it.
     *
     * @return the rest of a sentence that begins with the key; empty if the name can be used
     */
    public static Optional<String> mistake(String taskQueue) {
        if (!taskQueue.isBlank() && !taskQueue.equals(taskQueue.strip())) {
            return Optional.of("begins or ends with white space: remove it");
        }
        return NOT_ALONE.matcher(taskQueue).find()
                ? Optional.of("holds a quotation mark, a bracket or a comma: write the name alone; in a variable of the"
                        + " environment, quotation marks and brackets are part of the value")
                : Optional.empty();
    }

    /** Whether events must never be started on this task queue. */
    public static boolean isReserved(String taskQueue) {
        return taskQueue.strip().equals(OPERATIONS);
    }

    /**
     * The task queue of a handler.
     *
     * @param queue the task queue of the workflows that call the handler
     */
    public static String ofHandler(String queue, String handler) {
        return queue + HANDLER + handler;
    }

    /**
     * The task queue of a destination.
     *
     * @param queue the first of the task queues that the destination's workers serve
     */
    public static String ofDestination(String queue, String destination) {
        return queue + DESTINATION + destination;
    }

    /** The destination to which a task queue belongs. Empty if it is not the task queue of a destination. */
    public static Optional<String> destination(String taskQueue) {
        int at = taskQueue.lastIndexOf(DESTINATION);
        return at > 0 ? Optional.of(taskQueue.substring(at + DESTINATION.length())) : Optional.empty();
    }

    /**
     * Whether a worker for the events of one task queue also polls another: the same queue, or the queue of a
     * handler.
     *
     * @param taskQueue the other task queue
     * @param queue the task queue of the events
     */
    public static boolean isPolledWith(String taskQueue, String queue) {
        return taskQueue.equals(queue) || taskQueue.startsWith(queue + HANDLER);
    }
}
