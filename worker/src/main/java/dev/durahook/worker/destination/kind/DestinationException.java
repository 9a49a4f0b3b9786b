package dev.durahook.worker.destination.kind;

import dev.durahook.workflows.destination.DestinationFailure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a destination did not accept an event. Has no cause and no stack trace: the client's own exception may quote
 * what was sent, and its stack trace shows only the client's code.
 */
public final class DestinationException extends Exception {

    private final DestinationFailure failure;
    private final @Nullable Duration wait;

    /**
     * Creates an exception for a destination that did not ask for a wait.
     *
     * @param failure decides the failure type in Temporal, and whether the event is sent again
     * @param message a sentence for the operators who read it in the Web UI; begin with the destination's name
     */
    public DestinationException(DestinationFailure failure, String message) {
        this(failure, message, null);
    }

    /**
     * Creates an exception.
     *
     * @param wait how long the destination asks to wait; ignored if it is shorter than the policy's own wait
     */
    public DestinationException(DestinationFailure failure, String message, @Nullable Duration wait) {
        super(message, null, false, false);
        this.failure = failure;
        this.wait = wait;
    }

    /** Returns the way in which sending failed. */
    public DestinationFailure failure() {
        return failure;
    }

    /** Returns how long the destination asks to wait before the next attempt. */
    public Optional<Duration> askedWait() {
        return Optional.ofNullable(wait);
    }
}
