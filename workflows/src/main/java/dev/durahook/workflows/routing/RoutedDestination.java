package dev.durahook.workflows.routing;

import org.jspecify.annotations.Nullable;

/**
 * The destination of a route, and the policy under which events are sent to it.
 *
 * @param name the destination's name in the configuration
 * @param policy the name of the policy under which events are sent to the destination
 * @param activity the activity to which events go; null if the worker itself sends them
 */
public record RoutedDestination(
        String name, String policy, @Nullable PlannedActivity activity) {

    /** A destination to which the worker itself sends. */
    public RoutedDestination(String name, String policy) {
        this(name, policy, null);
    }
}
