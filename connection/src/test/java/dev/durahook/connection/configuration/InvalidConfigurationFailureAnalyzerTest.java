package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class InvalidConfigurationFailureAnalyzerTest {

    @Test
    void failureIsShownWithItsRemedy() {
        InvalidConfigurationException failure = new InvalidConfigurationException("It is broken.", "Mend it.");

        FailureAnalysis analysis =
                new InvalidConfigurationFailureAnalyzer().analyze(new IllegalStateException(failure));

        assertThat(analysis.getDescription()).isEqualTo("It is broken.");
        assertThat(analysis.getAction()).isEqualTo("Mend it.");
    }

    @Test
    void springBootKnowsIt() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                        .load(
                                FailureAnalyzer.class,
                                null,
                                // Spring Boot's analyzers that need a context are left out.
                                SpringFactoriesLoader.FailureHandler.handleMessage((message, failure) -> {})))
                .hasAtLeastOneElementOfType(InvalidConfigurationFailureAnalyzer.class);
    }
}
