package dev.durahook.workflows.reading;

import java.io.IOException;
import java.lang.reflect.Type;

/**
 * A body that is not of the type it was asked for as. The message names the field and quotes nothing. A handler that lets it
 * pass parks its event at once: no further attempt could read the body, until another handler is deployed.
 */
public final class UnreadableBodyException extends IOException {

    /** Without its cause, whose message quotes the body. */
    public UnreadableBodyException(IOException failure, Type wanted) {
        super(ReadFailure.of(failure, wanted));
    }
}
