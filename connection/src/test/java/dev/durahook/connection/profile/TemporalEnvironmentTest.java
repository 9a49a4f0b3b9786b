package dev.durahook.connection.profile;

import static dev.durahook.connection.profile.TemporalEnvironment.NAMESPACE;
import static dev.durahook.connection.profile.TemporalEnvironment.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.TestEnvironment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

class TemporalEnvironmentTest {

    @Test
    void variablesBecomeTheStartersKeys() {
        ConfigurableEnvironment environment =
                process(Map.of("TEMPORAL_ADDRESS", "temporal.example:7233", "TEMPORAL_NAMESPACE", "shop"));
        assertThat(environment.getProperty(TARGET)).isEqualTo("temporal.example:7233");
        assertThat(environment.getProperty(NAMESPACE)).isEqualTo("shop");
        assertThat(TemporalEnvironment.isConfigured(environment)).isTrue();
    }

    @Test
    void defaultAddressIsThisMachine() {
        ConfigurableEnvironment environment = process(Map.of());
        assertThat(environment.getProperty(TARGET)).isEqualTo("127.0.0.1:7233");
        assertThat(environment.getProperty(NAMESPACE)).isNull();
        assertThat(TemporalEnvironment.isConfigured(environment)).isFalse();
    }

    @Test
    void startersKeysWin() {
        ConfigurableEnvironment environment = TestEnvironment.with(Map.of("TEMPORAL_ADDRESS", "temporal.example:7233"));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("application.yml", Map.of(TARGET, "yml.example:7233")));
        process(environment);
        assertThat(environment.getProperty(TARGET)).isEqualTo("yml.example:7233");
        assertThat(TemporalEnvironment.isConfigured(environment)).isTrue();
    }

    @Test
    void startersKeyAsAVariableWins() {
        ConfigurableEnvironment environment = process(Map.of(
                "TEMPORAL_ADDRESS",
                "temporal.example:7233",
                "SPRING_TEMPORAL_CONNECTION_TARGET",
                "spring.example:7233"));
        assertThat(environment.getProperty(TARGET)).isEqualTo("spring.example:7233");
        assertThat(TemporalEnvironment.isConfigured(environment)).isTrue();
    }

    @Test
    void startersKeyAsAVariableIsEnoughToBeConfigured() {
        ConfigurableEnvironment environment =
                process(Map.of("SPRING_TEMPORAL_CONNECTION_TARGET", "spring.example:7233"));
        assertThat(TemporalEnvironment.isConfigured(environment)).isTrue();
    }

    @Test
    void applicationThatFindsTemporalItselfComesBeforeTheDefault() {
        ConfigurableEnvironment environment = process(Map.of());
        environment
                .getPropertySources()
                .addBefore(
                        TemporalEnvironment.DEFAULTS, new MapPropertySource("found", Map.of(TARGET, "127.0.0.1:7777")));
        assertThat(environment.getProperty(TARGET)).isEqualTo("127.0.0.1:7777");
    }

    private static ConfigurableEnvironment process(Map<String, String> variables) {
        return process(TestEnvironment.with(variables));
    }

    private static ConfigurableEnvironment process(ConfigurableEnvironment environment) {
        ConfigurationPropertySources.attach(environment);
        new TemporalEnvironment().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
