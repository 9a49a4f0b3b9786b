package dev.durahook.connection.configuration;

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
            throw unsupported(release);
        }
    }

    static InvalidConfigurationException unsupported(SpringBootRelease release) {
        return new InvalidConfigurationException(
                "Durahook needs Spring Boot " + SpringBootRelease.REQUIRED.text()
                        + " or newer, and this application has " + release.text() + ".",
                "Raise the version of spring-boot-starter-parent, or of the BOM spring-boot-dependencies. If the"
                        + " application has to stay with its Spring Boot, put the handlers into a jar of their own and run"
                        + " Durahook's worker with it: docs/add-an-event-type.md says how, under Run it.");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
