package dev.durahook.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.TaskPriority.Mistake;
import io.temporal.common.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskPriorityTest {

    @Test
    void valuesThatAreNotGivenAreInherited() {
        assertThat(TaskPriority.INHERITED.temporal()).isEmpty();
        assertThat(new TaskPriority(2, null, null).temporal())
                .contains(Priority.newBuilder().setPriorityKey(2).build());
        assertThat(new TaskPriority(null, "eu", 2.5f).temporal())
                .contains(Priority.newBuilder()
                        .setFairnessKey("eu")
                        .setFairnessWeight(2.5f)
                        .build());
    }

    @Test
    void smallerNumberComesFirst() {
        TaskPriority inherited = TaskPriority.INHERITED;
        assertThat(new TaskPriority(2, null, null).isBefore(inherited)).isTrue();
        assertThat(inherited.isBefore(new TaskPriority(4, null, null))).isTrue();
        assertThat(new TaskPriority(3, null, null).isBefore(inherited)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 6})
    void priorityOutOfRangeIsAMistake(int priority) {
        assertThat(new TaskPriority(priority, null, null).mistake())
                .contains(new Mistake("priority", "must be 1, which comes first, to 5, which comes last"));
    }

    @Test
    void keyThatTemporalRefusesIsAMistake() {
        assertThat(new TaskPriority(null, "é".repeat(32), null).mistake()).isEmpty();
        assertThat(new TaskPriority(null, "é".repeat(33), null).mistake())
                .contains(new Mistake("fairness-key", "must have 1 to 64 bytes"));
        assertThat(new TaskPriority(null, " ", null).mistake()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -1, 0.0001f, 1000.5f, Float.NaN, Float.POSITIVE_INFINITY})
    void weightOutOfRangeIsAMistake(float weight) {
        assertThat(new TaskPriority(null, "eu", weight).mistake())
                .contains(new Mistake("fairness-weight", "must be 0.001 to 1000"));
    }

    @Test
    void weightWithoutAKeyIsAMistake() {
        assertThat(new TaskPriority(1, null, 2f).mistake())
                .contains(new Mistake("fairness-weight", "has no effect without a fairness-key: add one"));
        assertThat(new TaskPriority(1, "eu", 2f).mistake()).isEmpty();
    }
}
