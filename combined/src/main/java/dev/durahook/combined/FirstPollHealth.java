package dev.durahook.combined;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports UP from the moment at which the workers' pollers are UP for the first time. A rollout therefore waits until
 * the new process works. Later, a process that can store events must get deliveries, even if its workers have lost
 * their pollers.
 */
final class FirstPollHealth implements HealthIndicator {

    private final ObjectProvider<? extends HealthIndicator> pollers;
    private volatile boolean polled;

    /**
     * Waits for the first poll of the workers.
     *
     * @param pollers the health of the workers' pollers; without it, the health is UP at once
     */
    FirstPollHealth(ObjectProvider<? extends HealthIndicator> pollers) {
        this.pollers = pollers;
    }

    @Override
    public Health health() {
        if (polled) {
            return Health.up().build();
        }
        HealthIndicator indicator = pollers.getIfAvailable();
        Health now = indicator == null ? null : indicator.health();
        if (now != null && !now.getStatus().equals(Status.UP)) {
            return now;
        }
        polled = true;
        return Health.up().build();
    }
}
