package dev.durahook.workflows.remote;

/** Thrown if the keys under {@code durahook.workflows} are not valid or contradict each other. */
public final class InvalidRemoteWorkflowsException extends RuntimeException {

    /** The remedy, for the operator who has read the problem. */
    public static final String REMEDY =
            "Correct the value. docs/operations.md describes the keys, under Workflows of other workers.";

    private final String key;
    private final String problem;

    /**
     * A mistake at one key.
     *
     * @param key the whole name of the key
     * @param problem what is wrong and how to correct it: the rest of a sentence that begins with the key
     */
    public InvalidRemoteWorkflowsException(String key, String problem) {
        super(key + " " + problem);
        this.key = key;
        this.problem = problem;
    }

    /** The whole name of the key. */
    public String key() {
        return key;
    }

    /** The problem and its remedy: the rest of a sentence that begins with the key. */
    public String problem() {
        return problem;
    }
}
