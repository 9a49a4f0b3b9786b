package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The configuration of the worker, which a test can change while workflows run. */
public final class Configuration implements PolicyActivities, ParkingActivities, PlanActivities {

    private final Map<String, RetryPolicy> policies = new ConcurrentHashMap<>();
    private final List<RawValue> bodies = new CopyOnWriteArrayList<>();
    private volatile Plan plan = new Plan(List.of(), false);
    private volatile @Nullable String policyOfDestinations;
    private volatile boolean statusRegistered;
    private volatile boolean broken;
    private volatile boolean silent;
    private volatile boolean plansBroken;
    private volatile Interruption interruption = () -> {};

    /** Declares a policy, or changes it. */
    public void declare(String name, RetryPolicy policy) {
        policies.put(name, policy);
    }

    /** Removes a policy. */
    public void remove(String name) {
        policies.remove(name);
    }

    /** Sets the name of the policy that every destination declares. */
    public void declareForDestinations(String name) {
        policyOfDestinations = name;
    }

    /** Sets the plan of events whose type has no workflow of its own. */
    public void plan(Plan plan) {
        this.plan = plan;
    }

    /** Does something within the next question for a plan. */
    public void whilePlanning(Interruption interruption) {
        this.interruption = interruption;
    }

    /** Code that runs while a plan is made. */
    public interface Interruption {
        void happen() throws InterruptedException;
    }

    /** The bodies that workflows have given with their questions for a plan. */
    public List<RawValue> bodies() {
        return List.copyOf(bodies);
    }

    /** Registers the search attribute. */
    public void registerStatus() {
        statusRegistered = true;
    }

    /** Makes the search attribute count as not registered. */
    public void removeStatus() {
        statusRegistered = false;
    }

    /** Makes all further questions about the search attribute fail. */
    public void breakStatus() {
        broken = true;
    }

    /** Makes all further questions about the search attribute fail, and be asked again. */
    public void silenceStatus() {
        silent = true;
    }

    /** Makes all further questions for a plan fail. */
    public void breakPlans() {
        plansBroken = true;
    }

    @Override
    public RetryPolicy policy(String name, @Nullable String destination) {
        if (destination != null && policyOfDestinations != null) {
            return policy(policyOfDestinations, null).withName(policyOfDestinations);
        }
        RetryPolicy policy = policies.get(name);
        if (policy == null) {
            throw ApplicationFailure.newNonRetryableFailure("No policy '" + name + "'", "UnknownPolicy");
        }
        return policy;
    }

    @Override
    public Plan plan(WebhookEvent event, @Nullable RawValue body, @Nullable PlannedStep step, boolean mayTry) {
        bodies.add(Objects.requireNonNull(body));
        try {
            interruption.happen();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (plansBroken) {
            throw ApplicationFailure.newNonRetryableFailure("The routes are broken", "Broken");
        }
        return plan;
    }

    @Override
    public boolean statusAttributeRegistered() {
        if (broken) {
            throw ApplicationFailure.newNonRetryableFailure("The visibility store is down", "Broken");
        }
        if (silent) {
            throw new IllegalStateException("The visibility store does not answer");
        }
        return statusRegistered;
    }
}
