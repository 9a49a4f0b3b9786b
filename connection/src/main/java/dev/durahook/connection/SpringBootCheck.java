package dev.durahook.connection;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Stops the start if Spring Boot is too old. Without this check the start would fail at the first class that the old
 * Spring Boot lacks, with a stack trace that names the class and not the reason. The check uses only types that every
 * Spring Boot has, and runs before Spring Boot reads the configuration.
 */
final class SpringBootCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        SpringBootRelease release = SpringBootRelease.of(SpringBootVersion.getVersion());
        if (release.isOlderThan(SpringBootRelease.REQUIRED)) {
            throw new UnsupportedSpringBootException(release);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
