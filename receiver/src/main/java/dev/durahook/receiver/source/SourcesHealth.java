package dev.durahook.receiver.source;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports DOWN if no source is declared. A receiver without a source can store nothing, and its configuration was most
 * likely not found, or not read as it was meant: it must not replace receivers that work.
 */
public final class SourcesHealth implements HealthIndicator {

    private final Sources sources;

    public SourcesHealth(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Health health() {
        return sources.all().isEmpty()
                ? Health.down()
                        .withDetail("reason", "no source is declared under durahook.sources")
                        .build()
                : Health.up().build();
    }
}
