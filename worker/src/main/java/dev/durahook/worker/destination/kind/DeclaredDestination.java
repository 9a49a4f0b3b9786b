package dev.durahook.worker.destination.kind;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.workflows.TaskQueues;
import org.jspecify.annotations.Nullable;

/**
 * A destination of one kind as it is declared under {@code durahook.destinations.<name>}.
 *
 * @param name the destination's name
 * @param concurrency the most events at a time from one worker
 * @param properties the values of the kind's own keys
 */
public record DeclaredDestination<P>(String name, int concurrency, P properties) {

    /** The group of keys under which destinations are declared. */
    public static final String GROUP = "durahook.destinations";

    /** Returns the whole name of one of the destination's keys, for messages. */
    public String key(String key) {
        return key(name, key);
    }

    /** Returns the whole name of a key of the destination with this name. */
    public static String key(String destination, String key) {
        return GROUP + "." + destination + "." + key;
    }

    /**
     * Makes the exception for an invalid value.
     *
     * @param key the key below the destination, such as {@code url}
     * @param problem the rest of a sentence that begins with the key; it names the remedy and quotes no value
     */
    public InvalidConfigurationException invalid(String key, String problem) {
        return invalidKey(key(key), problem);
    }

    /**
     * Makes the exception for an invalid key or value.
     *
     * @param key the whole name of the key, such as {@code durahook.destinations.crm.url}
     * @param problem as for {@link #invalid}
     */
    public static InvalidConfigurationException invalidKey(String key, String problem) {
        return InvalidConfigurationException.ofKey(
                key,
                problem,
                "Correct the value. docs/operations.md lists the keys of a destination, under Destinations.");
    }

    /**
     * Checks a value.
     *
     * @throws InvalidConfigurationException if the condition does not hold
     */
    public void require(boolean holds, String key, String problem) {
        if (!holds) {
            throw invalid(key, problem);
        }
    }

    /**
     * Checks that the name of a task queue is written alone, and that no event reaches the task queue of operations: the
     * sender chooses the content of an event, and could start an operation with it.
     *
     * @param taskQueue the value of the key {@code task-queue}; null if it is not given
     * @param couldDo what an event could do there, such as {@code start an operator's decision}
     * @throws InvalidConfigurationException if the name can't be used, or the task queue is that of operations
     */
    public void requireTaskQueue(@Nullable String taskQueue, String couldDo) {
        if (taskQueue == null) {
            return;
        }
        TaskQueues.mistake(taskQueue).ifPresent(mistake -> {
            throw invalid("task-queue", mistake);
        });
        require(
                !TaskQueues.isReserved(taskQueue),
                "task-queue",
                "must not be " + TaskQueues.OPERATIONS + ", where an event could " + couldDo
                        + ": name another task queue");
    }

    /**
     * Checks that there is no white space around a name, which would be a part of the name for Temporal.
     *
     * @throws InvalidConfigurationException if the name begins or ends with white space
     */
    public void requireTrimmed(String key, String name) {
        require(name.equals(name.strip()), key, "begins or ends with white space: remove it");
    }

    // Properties may hold secrets.
    @Override
    public String toString() {
        return name;
    }
}
