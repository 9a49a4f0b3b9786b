package dev.durahook.workflows.reading;

import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a body is not of the type as which it is read. The message names the field and quotes nothing. If a handler
 * does not catch this exception, the event is parked at once: no further attempt could read the body until another
 * handler is deployed.
 */
public final class UnreadableBodyException extends IOException {

    /** Leaves out the cause, because the cause's message quotes the body. */
    public UnreadableBodyException(IOException failure, Type wanted) {
        super(ReadFailure.of(failure, wanted));
    }

    /** For a type that no body can be read as. The message must quote nothing of a body. */
    public UnreadableBodyException(@Nullable String message) {
        super(message);
    }
}
