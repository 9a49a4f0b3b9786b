package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.support.SpringFactoriesLoader;

class SpringBootReleaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"2.7.18", "3.5.7", "3.10.0", "4.0.0", "4.0.12", "4.0.0-SNAPSHOT"})
    void olderReleaseIsRefused(String version) {
        assertThat(SpringBootRelease.of(version).isOlderThan(SpringBootRelease.REQUIRED))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"4.1.0", "4.1.2", "4.1.0-RC1", "4.2.0-SNAPSHOT", "4.10.1", "5.0.0", "Twix", ""})
    void newerAndUnknownReleasesAreAccepted(String version) {
        assertThat(SpringBootRelease.of(version).isOlderThan(SpringBootRelease.REQUIRED))
                .isFalse();
    }

    @Test
    void requiredReleaseIsThatOfTheBuild() {
        SpringBootRelease built = SpringBootRelease.of(SpringBootVersion.getVersion());
        assertThat(built.major()).isEqualTo(SpringBootRelease.REQUIRED.major());
        assertThat(built.minor()).isEqualTo(SpringBootRelease.REQUIRED.minor());
    }

    @Test
    void startNamesTheReleaseFoundAndTheRemedy() {
        FailureAnalysis analysis = new InvalidConfigurationFailureAnalyzer()
                .analyze(SpringBootCheck.unsupported(SpringBootRelease.of("3.5.7")));
        assertThat(analysis.getDescription())
                .isEqualTo("Durahook needs Spring Boot 4.1 or newer, and this application has 3.5.7.");
        assertThat(analysis.getAction()).contains("spring-boot-starter-parent", "docs/add-an-event-type.md");
    }

    @Test
    void everySpringBootFindsTheCheck() {
        List<String> listeners =
                SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationListener.class).stream()
                        .map(listener -> listener.getClass().getName())
                        .toList();
        assertThat(listeners).contains(SpringBootCheck.class.getName());
    }
}
