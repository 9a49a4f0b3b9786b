package dev.durahook.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MadeFaultsTest {

    private static final MadeFault FIRST = new MadeFault(1, "a", 100, 110, 150, 160);

    @Test
    void faultsOfAStepThatOverlapArePairs() {
        assertThat(new MadeFaults(List.of(FIRST, second(1, 159))).pairs()).isEqualTo(1);
        assertThat(new MadeFaults(List.of(second(1, 159), FIRST)).pairs()).isEqualTo(1);
    }

    @Test
    void faultThatBeganAfterTheOtherHadEndedIsNoPair() {
        assertThat(new MadeFaults(List.of(FIRST, second(1, 160))).pairs()).isZero();
        assertThat(new MadeFaults(List.of(second(1, 160), FIRST)).pairs()).isZero();
    }

    @Test
    void faultsOfTwoStepsAreNoPair() {
        assertThat(new MadeFaults(List.of(FIRST, second(2, 159))).pairs()).isZero();
    }

    private static MadeFault second(int step, long began) {
        return new MadeFault(step, "b", began, began + 1, began + 2, began + 3);
    }
}
