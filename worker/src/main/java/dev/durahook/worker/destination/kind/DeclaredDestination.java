package dev.durahook.worker.destination.kind;

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
        return GROUP + "." + name + "." + key;
    }

    /**
     * Makes the exception for an invalid value.
     *
     * @param key the key below the destination, such as {@code url}
     * @param problem the rest of a sentence that begins with the key; it names the remedy and quotes no value
     */
    public InvalidDestinationException invalid(String key, String problem) {
        return new InvalidDestinationException(key(key), problem);
    }

    /**
     * Checks a value.
     *
     * @throws InvalidDestinationException if the condition does not hold
     */
    public void require(boolean holds, String key, String problem) {
        if (!holds) {
            throw invalid(key, problem);
        }
    }

    // Properties may hold secrets.
    @Override
    public String toString() {
        return name;
    }
}
