package dev.durahook.workflows.routing;

/**
 * The destination of a route, and the policy of the deliveries to it.
 *
 * @param name the destination's name in the configuration
 * @param policy the name of the policy under which events are delivered to the destination
 */
public record RoutedDestination(String name, String policy) {}
