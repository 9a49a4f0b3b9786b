package dev.durahook.worker.failures;

import dev.durahook.workflows.handling.EventAttempt;
import org.jspecify.annotations.Nullable;

/** The work that a test defines for one event. */
interface Work {

    @Nullable
    String on(EventAttempt attempt) throws Exception;
}
