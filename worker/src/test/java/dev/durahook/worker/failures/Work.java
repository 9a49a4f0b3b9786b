package dev.durahook.worker.failures;

import dev.durahook.workflows.handling.EventAttempt;
import org.jspecify.annotations.Nullable;

/** What is done with one event, as a test wants it. */
interface Work {

    @Nullable
    String on(EventAttempt attempt) throws Exception;
}
