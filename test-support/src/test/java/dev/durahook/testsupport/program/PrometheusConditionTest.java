package dev.durahook.testsupport.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class PrometheusConditionTest {

    @Test
    void runsIfBothProgramsAreOnPath() {
        assertThat(condition(Set.of("prometheus", "promtool"), true).isDisabled())
                .isFalse();
    }

    @Test
    void skipsWithARemedyIfAProgramIsMissing() {
        ConditionEvaluationResult result = condition(Set.of("prometheus"), false);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).contains(Prometheus.REMEDY);
    }

    @Test
    void failsIfAProgramIsRequiredAndMissing() {
        assertThatThrownBy(() -> condition(Set.of(), true)).hasMessageContaining("apt-get install prometheus");
    }

    private static ConditionEvaluationResult condition(Set<String> onPath, boolean required) {
        return new PrometheusCondition(onPath::contains, () -> required).evaluate();
    }
}
