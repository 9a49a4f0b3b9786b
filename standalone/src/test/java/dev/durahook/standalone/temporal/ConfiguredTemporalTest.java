package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.profile.TemporalEnvironment;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ConfiguredTemporalTest {

    private static final String TARGET = TemporalEnvironment.TARGET;

    private final ConfigurableEnvironment environment = emptyEnvironment();

    @Test
    void nothingIsConfigured() {
        assertThat(find()).isEmpty();
    }

    @Test
    void targetOfAFileIsUsedAsItIs() {
        add("application.yml", Map.of(TARGET, "temporal.example:7233"));

        assertThat(find()).hasValueSatisfying(temporal -> {
            assertThat(temporal.target()).isEqualTo("temporal.example:7233");
            assertThat(temporal.description()).isEqualTo("the configured one, temporal.example:7233");
            assertThat(temporal.webUi()).isEmpty();
        });
    }

    @Test
    void variableOfSpringCounts() {
        addVariables(Map.of("SPRING_TEMPORAL_CONNECTION_TARGET", "temporal.example:7233"));

        assertThat(target()).contains("temporal.example:7233");
    }

    @Test
    void placeholderIsResolved() {
        add("application.yml", Map.of(TARGET, "${host}:7233", "host", "temporal.example"));

        assertThat(target()).contains("temporal.example:7233");
    }

    @Test
    void emptyTargetIsRefusedByItsKey() {
        add("application.yml", Map.of(TARGET, ""));

        assertThatThrownBy(this::find)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(TARGET + " is empty.");
    }

    @Test
    void defaultsOfTheConnectionDoNotCountAsConfiguration() {
        add(TemporalEnvironment.DEFAULTS, Map.of(TARGET, "127.0.0.1:7233"));
        ConfigurationPropertySources.attach(environment);

        assertThat(find()).isEmpty();
    }

    private Optional<Temporal> find() {
        return new ConfiguredTemporal(environment).find();
    }

    private Optional<String> target() {
        return find().map(Temporal::target);
    }

    private void add(String name, Map<String, Object> properties) {
        environment.getPropertySources().addLast(new MapPropertySource(name, properties));
    }

    private void addVariables(Map<String, Object> variables) {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    }

    private static ConfigurableEnvironment emptyEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        return environment;
    }
}
