package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BodyBudgetTest {

    private static final int LARGE = 500_000;

    private final BodyBudget budget = new BodyBudget(DataSize.ofBytes(1_000_000));

    @Test
    void aLargeBodyThatDoesNotFitTakesNothing() {
        BodyShare first = budget.share();
        BodyShare second = budget.share();

        assertThat(first.growTo(LARGE)).isTrue();
        assertThat(budget.hasRoom(LARGE)).isFalse();
        assertThat(second.growTo(LARGE)).isFalse();
        assertThat(budget.taken()).isEqualTo(LARGE);
    }

    @Test
    void smallBodiesHaveAReserve() {
        assertThat(budget.share().growTo(750_000)).isTrue();
        assertThat(budget.share().growTo(BodyBudget.SMALL + 1)).isFalse();

        assertThat(budget.hasRoom(BodyBudget.SMALL)).isTrue();
        assertThat(budget.share().growTo(BodyBudget.SMALL)).isTrue();
    }

    @Test
    void smallBodiesFillItToo() {
        for (int i = 0; i < 1_000_000 / BodyBudget.SMALL; i++) {
            assertThat(budget.share().growTo(BodyBudget.SMALL)).isTrue();
        }
        assertThat(budget.share().growTo(BodyBudget.SMALL)).isFalse();
    }

    @Test
    void memoryOfABodyIsReturnedOnce() {
        BodyShare share = budget.share();
        share.growTo(1_000);
        share.growTo(8_000);
        assertThat(budget.taken()).isEqualTo(8_000);

        share.close();
        share.close();

        assertThat(budget.taken()).isZero();
    }
}
