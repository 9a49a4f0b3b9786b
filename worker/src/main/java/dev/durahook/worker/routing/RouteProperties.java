package dev.durahook.worker.routing;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A route as it is declared under {@code durahook.routes.<name>}.
 *
 * @param eventTypes the event types that the route is for, such as {@code github.push}, {@code github.*} or {@code *};
 *     if several routes match an event, the most specific one applies
 * @param destinations names under {@code durahook.destinations}; the event is sent to each of them independently
 */
record RouteProperties(
        @DefaultValue List<String> eventTypes, @DefaultValue List<String> destinations) {}
