package dev.durahook.worker.slots;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while a task queue has lost too many slots: all of a handler's or a destination's, half of those that several
 * activities share. For readiness, never for liveness: a restart ends activities that run, and a person should decide it.
 */
record SlotsHealth(LostSlots lost) implements HealthIndicator {

    @Override
    public Health health() {
        List<String> reasons = lost.reasons();
        Health.Builder health =
                reasons.isEmpty() ? Health.up() : Health.down().withDetail("reason", String.join("; ", reasons));
        return health.withDetail("lost", lost.counts()).build();
    }
}
