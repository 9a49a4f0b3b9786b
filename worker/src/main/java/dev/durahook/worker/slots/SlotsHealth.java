package dev.durahook.worker.slots;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * DOWN while a task queue has lost too many slots: all slots of a handler or a destination, or half of the slots that
 * several activities share. Use it for readiness, never for liveness: a restart ends running activities, so an operator
 * should decide about it.
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
