package dev.durahook.worker.handling;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.common.converter.RawValue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans one handler for every event, with two attempts. */
final class MailPlan implements PlanActivities, PolicyActivities, ParkingActivities {

    @Override
    public Plan plan(WebhookEvent event, @Nullable RawValue body, @Nullable PlannedStep step, boolean mayTry) {
        return new Plan(List.of(new PlannedStep(PlannedStep.Kind.HANDLER, "mail", "default")), false);
    }

    @Override
    public RetryPolicy policy(String name, @Nullable String destination) {
        return new RetryPolicy(
                Duration.ofMillis(100), 1, Duration.ofMillis(100), 2, Duration.ofSeconds(30), null, List.of());
    }

    @Override
    public boolean statusAttributeRegistered() {
        return true;
    }
}
