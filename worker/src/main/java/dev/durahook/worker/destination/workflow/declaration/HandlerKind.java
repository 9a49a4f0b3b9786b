package dev.durahook.worker.destination.workflow.declaration;

import java.util.Locale;

/** The two ways into a running workflow. */
public enum HandlerKind {
    /** Temporal refuses an update that the workflow has no handler for, and recognises a repeated one. */
    UPDATE,
    /** A signal has no answer. */
    SIGNAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
