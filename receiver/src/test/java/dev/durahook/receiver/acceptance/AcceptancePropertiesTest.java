package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.configuration.KeysAutoConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;

@ExtendWith(OutputCaptureExtension.class)
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

    @ParameterizedTest
    @CsvSource({
        "github.secrets[0], canary-7f3a, durahook.acceptance.github.secrets[0] is not a known key",
        "timeout, 2345, durahook.acceptance.timeout has no unit",
        "known-events-lifetime, 234567, durahook.acceptance.known-events-lifetime has no unit",
        "known-events, 98765432109, durahook.acceptance.known-events has an invalid value",
        "known-events, 99999999, durahook.acceptance.known-events must be less than or equal to 10000000"
    })
    void reportNamesTheKeyWithoutItsValue(String key, String value, String problem, CapturedOutput output) {
        SpringApplication receiver = new SpringApplication(Properties.class);
        receiver.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> receiver.run("--durahook.acceptance." + key + "=" + value))
                .isNotNull();

        assertThat(output.getAll()).contains(problem).doesNotContain(value);
    }

    @Configuration
    @ImportAutoConfiguration(KeysAutoConfiguration.class)
    @EnableConfigurationProperties(AcceptanceProperties.class)
    static class Properties {}
}
