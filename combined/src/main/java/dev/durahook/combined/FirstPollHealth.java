package dev.durahook.combined;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * UP as soon as the workers' pollers were UP for the first time, and from then on. A rollout waits until the new process
 * does its work. Later, a process that can store events must get deliveries, even if its workers have lost their pollers.
 */
final class FirstPollHealth implements HealthIndicator {

    private final ObjectProvider<? extends HealthIndicator> pollers;
    private volatile boolean polled;

    /**
     * Reports on the first poll.
     *
     * @param pollers the health of the workers' pollers; if it is switched off, there is nothing to wait for
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
