package dev.durahook.examples;

import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The retry policies that a worker's configuration would declare: five retries for every step.
 *
 * @param initialInterval the wait before the first retry; each further wait is twice as long
 * @param statusAttributeRegistered whether the namespace has the search attribute
 */
public record DeclaredForTests(Duration initialInterval, boolean statusAttributeRegistered)
        implements PolicyActivities, ParkingActivities {

    @Override
    public RetryPolicy policy(String name, @Nullable String destination) {
        return new RetryPolicy(initialInterval, 2, Duration.ofMinutes(1), 6, Duration.ofSeconds(10), null, List.of());
    }
}
