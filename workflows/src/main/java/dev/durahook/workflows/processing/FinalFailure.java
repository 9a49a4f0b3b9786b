package dev.durahook.workflows.processing;

import io.temporal.failure.ApplicationFailure;

/**
 * A failure with which a workflow of an author's ends as <em>Failed</em>. Any other failure that would end it parks the
 * event: a failed workflow is an event dropped, unless its author says that nothing is left to be done.
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
     * Nothing is left to be done for the event.
     *
     * @param message why, for whoever reads the workflow later
     */
    public static ApplicationFailure of(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, TYPE);
    }
}
