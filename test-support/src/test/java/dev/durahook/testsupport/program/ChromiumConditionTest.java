package dev.durahook.testsupport.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class ChromiumConditionTest {

    @Test
    void runsIfChromiumIsOnPath() {
        assertThat(condition(Optional.of(Path.of("/bin/chromium")), true).isDisabled())
                .isFalse();
    }

    @Test
    void skipsWithARemedyIfTheProgramIsMissing() {
        ConditionEvaluationResult result = condition(Optional.empty(), false);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).contains(Chromium.REMEDY);
    }

    @Test
    void failsIfTheProgramIsRequiredAndMissing() {
        assertThatThrownBy(() -> condition(Optional.empty(), true)).hasMessageContaining("apt-get install chromium");
    }

    private static ConditionEvaluationResult condition(Optional<Path> browser, boolean required) {
        return new ChromiumCondition(() -> browser, () -> required).evaluate();
    }
}
