package dev.durahook.examples;

import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import java.time.Duration;
import java.util.List;

/**
 * What a worker's configuration would declare: five retries for every step.
 *
 * @param initialInterval wait before the first retry; each other waits twice as long
 * @param statusAttributeRegistered whether the namespace has the search attribute
 */
public record DeclaredForTests(Duration initialInterval, boolean statusAttributeRegistered)
        implements PolicyActivities, ParkingActivities {

    @Override
    public RetryPolicy policy(String name) {
        return new RetryPolicy(initialInterval, 2, Duration.ofMinutes(1), 6, Duration.ofSeconds(10), null, List.of());
    }
}
