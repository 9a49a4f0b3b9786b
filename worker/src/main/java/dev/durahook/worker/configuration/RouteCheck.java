package dev.durahook.worker.configuration;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.workflows.routing.InvalidRoutesException;
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
}
