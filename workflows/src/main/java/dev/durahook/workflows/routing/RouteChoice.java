package dev.durahook.workflows.routing;

import java.util.List;

/**
 * The steps that the routes and handlers of a worker choose for an event.
 *
 * @param steps the steps: those for destinations first
 * @param unmet why routes for the event type do not apply, a sentence for each; only if there are no steps
 */
public record RouteChoice(List<PlannedStep> steps, List<String> unmet) {}
