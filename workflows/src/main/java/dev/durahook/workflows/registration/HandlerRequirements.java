package dev.durahook.workflows.registration;

import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.InvalidRoutesException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks at the start that each handler says all that a worker needs. */
public final class HandlerRequirements {

    private HandlerRequirements() {}

    /**
     * Checks that a handler has a name, event types, a policy and a concurrency.
     *
     * @throws InvalidRoutesException if it does not; the message names the handler, or its class if it has no name
     */
    public static void check(EventHandler handler) {
        String byClass = "handler " + handler.getClass().getName();
        require(isGiven(handler.name()), byClass, "its name() must not be null or empty");
        require(handler.eventTypes() != null, byClass, "its eventTypes() must not be null");
        String by = "handler " + handler.name();
        require(isGiven(handler.policy()), by, "its policy() must not be null or empty");
        require(handler.concurrency() > 0, by, "its concurrency must be 1 or more");
    }

    private static boolean isGiven(@Nullable String text) {
        return !Objects.toString(text, "").isBlank();
    }

    private static void require(boolean holds, String by, String problem) {
        if (!holds) {
            throw new InvalidRoutesException(by, problem);
        }
    }
}
