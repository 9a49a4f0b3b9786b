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
     * @param problem the mistake and its remedy, as a phrase that follows the configuration key
     */
    public InvalidRuleException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** The mistake and its remedy, as a phrase that follows the configuration key. */
    public String problem() {
        return problem;
    }
}
