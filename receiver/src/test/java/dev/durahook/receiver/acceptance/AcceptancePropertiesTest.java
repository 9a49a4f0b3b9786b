package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;

class AcceptancePropertiesTest {

    // The build sets a time-out for the receivers of all tests.
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Properties.class)
            .withInitializer(context -> context.getEnvironment()
                    .getPropertySources()
                    .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME));

    @Test
    void defaults() {
        application.run(context -> assertThat(context.getBean(AcceptanceProperties.class))
                .isEqualTo(new AcceptanceProperties(Duration.ofMillis(2500), 128, 100_000, Duration.ofMinutes(5))));
    }

    @Test
    void everyKeyIsMapped() {
        application
                .withPropertyValues(
                        "durahook.acceptance.timeout=4s",
                        "durahook.acceptance.concurrency=7",
                        "durahook.acceptance.known-events=0",
                        "durahook.acceptance.known-events-lifetime=30s")
                .run(context -> assertThat(context.getBean(AcceptanceProperties.class))
                        .isEqualTo(new AcceptanceProperties(Duration.ofSeconds(4), 7, 0, Duration.ofSeconds(30))));
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 50ms",
        "timeout, 31s",
        "concurrency, 0",
        "known-events, -1",
        "known-events-lifetime, -1s",
        "known-events-lifetime, 2h",
        "timout, 1s"
    })
    void invalidValueStopsTheStart(String key, String value) {
        application
                .withPropertyValues("durahook.acceptance." + key + "=" + value)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("durahook.acceptance"));
    }

    @Configuration
    @EnableConfigurationProperties(AcceptanceProperties.class)
    static class Properties {}
}
