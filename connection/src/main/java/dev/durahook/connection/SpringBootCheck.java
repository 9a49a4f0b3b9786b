package dev.durahook.connection;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Stops the start under a Spring Boot that is too old, before the first class that it does not have: that would be named in
 * a stack trace, and the reason would not. Every Spring Boot has the types that this one uses, and calls it before it reads
 * the configuration.
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
