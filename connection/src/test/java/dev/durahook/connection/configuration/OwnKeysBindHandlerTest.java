package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Only the keys of Durahook are checked. Spring Boot alone decides about the keys of the application. */
class OwnKeysBindHandlerTest {

    @ParameterizedTest
    @ValueSource(strings = {"pause=", "pauses=1s,,5s", "text=${nothing}"})
    void keysOfAnApplicationAreLeftToSpringBoot(String property) {
        withProperty("shop." + property).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause=", "pauses=1s,,5s", "text=${nothing}"})
    void keysOfDurahookAreChecked(String property) {
        withProperty("durahook.worker." + property)
                .run(context -> assertThat(context).hasFailed());
    }

    private static ApplicationContextRunner withProperty(String property) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Properties.class)
                .withPropertyValues(property);
    }

    @ConfigurationProperties("durahook.worker")
    record Worker(
            @Nullable Duration pause,
            @Nullable List<Duration> pauses,
            @Nullable String text) {}

    @ConfigurationProperties("shop")
    record Shop(
            @Nullable Duration pause,
            @Nullable List<Duration> pauses,
            @Nullable String text) {}

    @Configuration
    @ImportAutoConfiguration(KeysAutoConfiguration.class)
    @EnableConfigurationProperties({Worker.class, Shop.class})
    static class Properties {}
}
