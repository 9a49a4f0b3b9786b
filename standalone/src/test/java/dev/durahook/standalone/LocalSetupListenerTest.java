package dev.durahook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class LocalSetupListenerTest {

    private static final String TARGET = "spring.temporal.connection.target";

    @TempDir
    private Path home;

    private final LocalSetupListener listener = new LocalSetupListener();

    @Test
    void configuredTemporalIsUsedEvenIfItDoesNotAnswer() {
        try (ConfigurableApplicationContext context = run("--" + TARGET + "=temporal.invalid:7233")) {
            assertThat(context.getEnvironment().getProperty(TARGET)).isEqualTo("temporal.invalid:7233");
            assertThat(listener.found().temporal().target()).isEqualTo("temporal.invalid:7233");
        }
    }

    @Test
    void generatedSecretIsConfiguredByItsFile() {
        try (ConfigurableApplicationContext context = run("--" + TARGET + "=temporal.invalid:7233")) {
            assertThat(context.getEnvironment().getProperty("durahook.sources.github.secret-files[0]"))
                    .isEqualTo(home.resolve("data").resolve("github-secret").toString());
        }
    }

    @Test
    void mistypedKeyStopsTheStart() {
        assertThatThrownBy(() -> run("--durahook.standalone.data-dir=/tmp"))
                .hasRootCauseInstanceOf(UnboundConfigurationPropertiesException.class)
                .rootCause()
                .hasMessageContaining("durahook.standalone.data-dir");
    }

    private ConfigurableApplicationContext run(String... arguments) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addListeners(listener);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--durahook.standalone.data-directory=" + home.resolve("data"));
        return application.run(all.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
