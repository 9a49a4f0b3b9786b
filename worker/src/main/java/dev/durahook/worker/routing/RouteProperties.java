package dev.durahook.worker.routing;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A route as it is declared under {@code durahook.routes.<name>}.
 *
 * @param eventTypes the event types it is for, such as {@code github.push}, {@code github.*} or {@code *}; of several
 *     routes that match, the most specific one applies
 * @param destinations names under {@code durahook.destinations}; each is delivered to, with a fate of its own
 */
record RouteProperties(
        @DefaultValue List<String> eventTypes, @DefaultValue List<String> destinations) {}
