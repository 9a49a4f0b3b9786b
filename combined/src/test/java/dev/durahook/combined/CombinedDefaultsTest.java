package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class CombinedDefaultsTest {

    private static final String PORT = "management.server.port";
    private static final String DETAILS = "management.endpoint.health.show-details";
    private static final String READINESS = "management.endpoint.health.group.readiness.include";

    @Test
    void managementHasAPortOfItsOwnThatShowsDetails() {
        ConfigurableEnvironment environment = environment(CombinedApplication.class, Map.of());
        assertThat(environment.getProperty(PORT)).isEqualTo("9000");
        assertThat(environment.getProperty(DETAILS)).isEqualTo("always");
        assertThat(environment.getProperty(READINESS)).isEqualTo("readinessState,temporal,sources,firstPoll");
    }

    @Test
    void sendersSeeNoDetails() {
        ConfigurableEnvironment environment =
                environment(CombinedApplication.class, Map.of(PORT, "8000", "server.port", "8000"));
        assertThat(environment.getProperty(DETAILS)).isNull();
    }

    @Test
    void whatAnOperatorSetsHolds() {
        ConfigurableEnvironment environment =
                environment(CombinedApplication.class, Map.of(PORT, "9001", READINESS, "readinessState"));
        assertThat(environment.getProperty(PORT)).isEqualTo("9001");
        assertThat(environment.getProperty(READINESS)).isEqualTo("readinessState");
    }

    @Test
    void anotherApplicationIsLeftAlone() {
        assertThat(environment(CombinedDefaultsTest.class, Map.of()).getProperty(PORT))
                .isNull();
    }

    private static ConfigurableEnvironment environment(Class<?> application, Map<String, Object> properties) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("set", properties));
        new CombinedDefaults().postProcessEnvironment(environment, new SpringApplication(application));
        return environment;
    }
}
