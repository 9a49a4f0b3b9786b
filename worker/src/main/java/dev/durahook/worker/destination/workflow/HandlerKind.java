package dev.durahook.worker.destination.workflow;

import java.util.Locale;

/** The two ways into a running workflow. */
enum HandlerKind {
    /** Temporal refuses an update that the workflow has no handler for, and recognises a repeated one. */
    UPDATE,
    /** A signal has no answer. */
    SIGNAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
