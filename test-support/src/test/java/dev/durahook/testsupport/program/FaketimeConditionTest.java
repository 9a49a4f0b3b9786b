package dev.durahook.testsupport.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class FaketimeConditionTest {

    @Test
    void runsIfTheLibraryIsThere() {
        assertThat(condition(Optional.of(Path.of("/usr/lib/libfaketime")), true).isDisabled())
                .isFalse();
    }

    @Test
    void skipsWithARemedyIfTheLibraryIsMissing() {
        ConditionEvaluationResult result = condition(Optional.empty(), false);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).contains(Faketime.REMEDY);
    }

    @Test
    void failsIfTheLibraryIsRequiredAndMissing() {
        assertThatThrownBy(() -> condition(Optional.empty(), true)).hasMessageContaining("apt-get install faketime");
    }

    private static ConditionEvaluationResult condition(Optional<Path> library, boolean required) {
        return new FaketimeCondition(() -> library, () -> required).evaluate();
    }
}
