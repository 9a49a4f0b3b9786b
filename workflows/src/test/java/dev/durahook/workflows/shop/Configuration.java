package dev.durahook.workflows.shop;

import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the worker would answer, changed by a test while workflows run. */
public final class Configuration implements PolicyActivities, ParkingActivities {

    private final Map<String, RetryPolicy> policies = new ConcurrentHashMap<>();
    private final AtomicInteger statusQuestions = new AtomicInteger();
    private volatile boolean statusRegistered;
    private volatile boolean broken;

    /** Declares a policy, or changes it. */
    public void declare(String name, RetryPolicy policy) {
        policies.put(name, policy);
    }

    /** Takes a policy away. */
    public void remove(String name) {
        policies.remove(name);
    }

    /** Registers the search attribute. */
    public void registerStatus() {
        statusRegistered = true;
    }

    /** From now on no question for the search attribute is answered. */
    public void breakStatus() {
        broken = true;
    }

    /** How often a workflow asked for the search attribute. */
    public int statusQuestions() {
        return statusQuestions.get();
    }

    @Override
    public RetryPolicy policy(String name) {
        RetryPolicy policy = policies.get(name);
        if (policy == null) {
            throw ApplicationFailure.newNonRetryableFailure("No policy '" + name + "'", "UnknownPolicy");
        }
        return policy;
    }

    @Override
    public boolean statusAttributeRegistered() {
        statusQuestions.incrementAndGet();
        if (broken) {
            throw ApplicationFailure.newNonRetryableFailure("The visibility store is down", "Broken");
        }
        return statusRegistered;
    }
}
