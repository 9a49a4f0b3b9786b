package dev.durahook.worker.inline;

import dev.durahook.worker.policy.DeclaredPolicies;
import dev.durahook.worker.routing.DeclaredPlans;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.FirstAttempt;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.WorkWithPlan;
import io.temporal.activity.Activity;
import io.temporal.common.converter.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the plan for an event, with the policies of its steps, and a step's attempt inside the workflow task. */
final class PlannedEvents implements PlanActivities {

    private final DeclaredPlans plans;
    private final DeclaredPolicies policies;
    private final HandlerActivity handlers;
    private final DestinationActivities destinations;
    private final ObjectProvider<InlinePlaces> places;

    PlannedEvents(
            DeclaredPlans plans,
            DeclaredPolicies policies,
            HandlerActivity handlers,
            DestinationActivities destinations,
            ObjectProvider<InlinePlaces> places) {
        this.plans = plans;
        this.policies = policies;
        this.handlers = handlers;
        this.destinations = destinations;
        this.places = places;
    }

    @Override
    public Plan plan(WebhookEvent event, @Nullable RawValue body, @Nullable PlannedStep step, boolean mayTry) {
        if (step != null) {
            FirstAttempt attempt = FirstAttempt.done(step, run(step, event, Objects.requireNonNull(body)));
            return new Plan(List.of(step), false).with(WorkWithPlan.NONE.with(attempt));
        }
        Plan plan = plans.plan(event, body);
        Map<String, RetryPolicy> inline = inline(plan);
        return inline.isEmpty() ? plan : plan.with(new WorkWithPlan(inline, null, triedAlone(plan, inline)));
    }

    // The only step of a plan is tried together with the plan, or not at all.
    private Set<String> triedAlone(Plan plan, Map<String, RetryPolicy> inline) {
        return plan.steps().size() == 1
                ? Set.of()
                : plan.steps().stream()
                        .filter(step -> inline.containsKey(step.policy()))
                        .filter(step -> places.getObject().allow(step, queue()))
                        .map(PlannedStep::key)
                        .collect(Collectors.toSet());
    }

    private static String queue() {
        return Activity.getExecutionContext().getInfo().getActivityTaskQueue();
    }

    private @Nullable String run(PlannedStep step, WebhookEvent event, RawValue body) {
        return switch (step.kind()) {
            case HANDLER -> handlers.handle(step.name(), event, body);
            case DELIVERY -> destinations.deliver(step.name(), event, body).text();
        };
    }

    // A policy without inline attempts is read when its step begins, as workers without inline attempts read it. With
    // inline attempts switched off, such a worker can replay the history.
    private Map<String, RetryPolicy> inline(Plan plan) {
        Map<String, RetryPolicy> inline = new LinkedHashMap<>();
        plan.steps().stream()
                .map(PlannedStep::policy)
                .filter(policies::isDeclared)
                .map(name -> Map.entry(name, policies.policy(name)))
                .filter(policy -> policy.getValue().allowsInlineAttempt())
                .forEach(policy -> inline.put(policy.getKey(), policy.getValue()));
        return inline;
    }
}
