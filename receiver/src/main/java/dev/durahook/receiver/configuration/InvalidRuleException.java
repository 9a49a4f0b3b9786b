package dev.durahook.receiver.configuration;

/**
 * A configured rule or value is not valid; the application does not start. The message names the remedy and never
 * quotes a secret.
 */
public final class InvalidRuleException extends IllegalArgumentException {

    private final String problem;

    /**
     * A mistake in a rule.
     *
     * @param problem what is wrong and how to correct it: the rest of a sentence that begins with the key
     */
    public InvalidRuleException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** The problem and its remedy: the rest of a sentence that begins with the key. */
    public String problem() {
        return problem;
    }
}
