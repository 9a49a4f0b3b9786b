package dev.durahook.worker.configuration;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.InvalidRoutesException;
import java.util.Objects;
import java.util.function.Supplier;

/** Adds the remedy to mistakes in routes and handlers, so that Spring Boot prints both if a mistake stops the start. */
public final class RouteCheck {

    private RouteCheck() {}

    /**
     * Returns the supplier's result, which is made from the declared routes and handlers.
     *
     * @throws InvalidConfigurationException if they are not valid
     */
    public static <T> T checked(Supplier<T> declared) {
        try {
            return declared.get();
        } catch (InvalidRoutesException e) {
            throw new InvalidConfigurationException(
                    String.valueOf(e.getMessage()),
                    "Correct the route or the handler. docs/operations.md explains, under Routes, how routes are chosen.",
                    e);
        }
    }

    /**
     * Runs a check of the declared routes and handlers.
     *
     * @throws InvalidConfigurationException if they are not valid
     */
    public static void check(Runnable check) {
        checked(() -> {
            check.run();
            return true;
        });
    }

    /**
     * Checks that a handler has a name and event types.
     *
     * @throws InvalidRoutesException if it does not; the message names the handler's class
     */
    public static void requireComplete(EventHandler handler) {
        String by = "handler " + handler.getClass().getName();
        require(!Objects.toString(handler.name(), "").isBlank(), by, "its name() must not be null or empty");
        require(handler.eventTypes() != null, by, "its eventTypes() must not be null");
    }

    private static void require(boolean holds, String by, String problem) {
        if (!holds) {
            throw new InvalidRoutesException(by, problem);
        }
    }
}
