package dev.durahook.workflows.processing;

import io.temporal.failure.ApplicationFailure;

/**
 * The failure with which a workflow ends as <em>Failed</em> on purpose. Any other failure that would end the workflow
 * parks the event instead, because a failed workflow is a lost event unless its author says that nothing is left to be
 * done.
 *
 * <pre>{@code
 * throw FinalFailure.of("order 17 was cancelled before it was paid");
 * }</pre>
 */
public final class FinalFailure {

    /** The failure type. */
    public static final String TYPE = "EventFailed";

    private FinalFailure() {}

    /**
     * Creates the failure that ends the workflow, because nothing is left to be done for the event.
     *
     * @param message why nothing is left to be done, for a person who reads the workflow later
     */
    public static ApplicationFailure of(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, TYPE);
    }
}
