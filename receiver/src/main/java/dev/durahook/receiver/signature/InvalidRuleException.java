package dev.durahook.receiver.signature;

/** A rule of a scheme that can't be meant. Stops the start. Its message names the remedy and holds no secret. */
public final class InvalidRuleException extends IllegalArgumentException {

    private final String problem;

    /**
     * A mistake in a rule.
     *
     * @param problem what is wrong and what to do, to be read after the name of what it is about
     */
    public InvalidRuleException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong and what to do. */
    public String problem() {
        return problem;
    }
}
