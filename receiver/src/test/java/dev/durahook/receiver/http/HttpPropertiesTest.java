package dev.durahook.receiver.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.configuration.KeysAutoConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class HttpPropertiesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Properties.class);

    @Test
    void defaults() {
        application.run(context -> assertThat(context.getBean(HttpProperties.class))
                .isEqualTo(new HttpProperties(
                        Duration.ofSeconds(5), Duration.ofSeconds(20), DataSize.ofKilobytes(8), null)));
    }

    @Test
    void everyKeyIsMapped() {
        application
                .withPropertyValues(
                        "durahook.http.header-timeout=2s",
                        "durahook.http.body-timeout=1m",
                        "durahook.http.body-rate=1B",
                        "durahook.http.body-memory=64MB")
                .run(context -> assertThat(context.getBean(HttpProperties.class))
                        .isEqualTo(new HttpProperties(
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(1),
                                DataSize.ofBytes(1),
                                DataSize.ofMegabytes(64))));
    }

    @Test
    void bodiesHaveATwelfthOfTheHeapByDefault() {
        application.run(context -> assertThat(context.getBean(HttpProperties.class)
                        .bodyMemoryOrDefault()
                        .toBytes())
                .isEqualTo(Runtime.getRuntime().maxMemory() / 12));
    }

    @ParameterizedTest
    @CsvSource({
        "header-timeout, 100ms",
        "header-timeout, 6m",
        "body-timeout, 0s",
        "body-timeout, 6m",
        "body-rate, 0B",
        "body-memory, 100KB",
        "bodi-rate, 1KB"
    })
    void invalidValueStopsTheStart(String key, String value) {
        application
                .withPropertyValues("durahook.http." + key + "=" + value)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("durahook.http"));
    }

    @ParameterizedTest
    @CsvSource({"body-rate, 0B, must be at least 1B.", "body-memory, 100KB, must be at least 1MB."})
    void sizeThatIsTooSmallNamesItsKey(String key, String value, String problem) {
        application
                .withPropertyValues("durahook.http." + key + "=" + value)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("durahook.http." + key + " " + problem));
    }

    @ParameterizedTest
    @CsvSource({"header-timeout, 5000", "body-timeout, 20000", "body-rate, 8000", "body-memory, 64000000"})
    void valueWithoutAUnitStopsTheStart(String key, String value) {
        application
                .withPropertyValues("durahook.http." + key + "=" + value)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("has no unit"));
    }

    @Configuration
    @ImportAutoConfiguration(KeysAutoConfiguration.class)
    @EnableConfigurationProperties(HttpProperties.class)
    static class Properties {}
}
