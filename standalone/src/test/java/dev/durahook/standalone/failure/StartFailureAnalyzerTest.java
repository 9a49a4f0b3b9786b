package dev.durahook.standalone.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class StartFailureAnalyzerTest {

    @Test
    void failureIsShownWithItsRemedy() {
        StartFailedException failure = new StartFailedException("It is broken.", "Mend it.", null);

        FailureAnalysis analysis = new StartFailureAnalyzer().analyze(new IllegalStateException(failure));

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
                .hasAtLeastOneElementOfType(StartFailureAnalyzer.class);
    }
}
