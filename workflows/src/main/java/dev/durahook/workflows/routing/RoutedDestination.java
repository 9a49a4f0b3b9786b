package dev.durahook.workflows.routing;

/**
 * A destination as a route knows it.
 *
 * @param name its name in the configuration
 * @param policy the policy under which it is delivered to
 */
public record RoutedDestination(String name, String policy) {}
