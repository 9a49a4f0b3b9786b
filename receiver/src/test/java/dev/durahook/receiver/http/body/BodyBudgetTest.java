package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.util.unit.DataSize;

class BodyBudgetTest {

    private static final int LARGE = 500_000;
    private static final int LIMIT = 1_000_000;

    private final BodyBudget budget = new BodyBudget(DataSize.ofBytes(LIMIT));

    @Test
    void aLargeBodyThatDoesNotFitTakesNothing() {
        assertThat(budget.take(LARGE, LARGE)).isTrue();
        assertThat(budget.hasRoom(LARGE)).isFalse();
        assertThat(budget.take(LARGE, LARGE)).isFalse();
        assertThat(budget.taken()).isEqualTo(LARGE);
    }

    @Test
    void smallBodiesHaveAReserve() {
        assertThat(budget.take(750_000, 750_000)).isTrue();
        assertThat(budget.take(BodyBudget.SMALL + 1, BodyBudget.SMALL + 1)).isFalse();

        assertThat(budget.hasRoom(BodyBudget.SMALL)).isTrue();
        assertThat(budget.take(BodyBudget.SMALL, BodyBudget.SMALL)).isTrue();
    }

    @Test
    void smallBodiesFillItToo() {
        for (int i = 0; i < LIMIT / BodyBudget.SMALL; i++) {
            assertThat(budget.take(BodyBudget.SMALL, BodyBudget.SMALL)).isTrue();
        }
        assertThat(budget.take(BodyBudget.SMALL, BodyBudget.SMALL)).isFalse();
    }

    // A body of which 16 kB have come may end with the next byte, and the end of a body of 64 kB shows with
    // the byte after.
    @ParameterizedTest
    @ValueSource(ints = {1, 2_048, 16_383, 16_384, 16_385, 60_000, BodyBudget.SMALL})
    void smallBodiesWithoutALengthHaveTheReserveToo(int size) throws Exception {
        assertThat(budget.take(750_000, 750_000)).isTrue();

        try (BodyBuffer body = new BodyBuffer(budget, -1, LIMIT)) {
            assertThat(readToTheEnd(body, size)).hasSize(size);
        }
        assertThat(budget.taken()).isEqualTo(750_000);
    }

    @Test
    void largeBodiesWithoutALengthHaveNoReserve() throws Exception {
        assertThat(budget.take(750_000, 750_000)).isTrue();

        try (BodyBuffer body = new BodyBuffer(budget, -1, LIMIT)) {
            assertThatThrownBy(() -> readToTheEnd(body, BodyBudget.SMALL + 1)).isInstanceOf(BodyException.class);
        }
    }

    @Test
    void threeQuartersHoldTheLargestBody() {
        assertThat(budget.canHold(DataSize.ofBytes(749_999))).isTrue();
        assertThat(budget.canHold(DataSize.ofBytes(750_000))).isFalse();
        assertThat(new BodyBudget(DataSize.ofBytes(2_700_000)).canHold(DataSize.ofBytes(2_000_000)))
                .isTrue();
    }

    @Test
    void memoryOfABodyIsReturnedOnce() throws Exception {
        BodyBuffer other = bufferOf(1_000);
        BodyBuffer body = bufferOf(8_000);
        assertThat(budget.taken()).isEqualTo(9_000);

        body.close();
        body.close();

        assertThat(budget.taken()).isEqualTo(1_000);
        other.close();
        assertThat(budget.taken()).isZero();
    }

    @Test
    void bodyThatWasGivenUpReservesNothingMore() {
        BodyBuffer body = new BodyBuffer(budget, 8_000, LIMIT);
        body.close();

        assertThatThrownBy(() -> readAll(body, 8_000)).isInstanceOf(BodyException.class);
        assertThat(budget.taken()).isZero();
    }

    @Test
    void aBodyWithoutRoomKeepsWhatItHasReserved() throws Exception {
        assertThat(budget.take(700_000, 700_000)).isTrue();
        BodyBuffer body = new BodyBuffer(budget, LARGE, LARGE);

        assertThatThrownBy(() -> readAll(body, LARGE)).isInstanceOf(BodyException.class);
        assertThat(budget.taken()).isEqualTo(700_000 + body.size());

        body.close();
        assertThat(budget.taken()).isEqualTo(700_000);
    }

    private BodyBuffer bufferOf(int size) throws Exception {
        BodyBuffer body = new BodyBuffer(budget, size, LIMIT);
        readAll(body, size);
        return body;
    }

    private static void readAll(BodyBuffer body, int size) throws Exception {
        DelegatingServletInputStream in = new DelegatingServletInputStream(new ByteArrayInputStream(new byte[size]));
        while (!body.isComplete()) {
            body.read(in);
        }
    }

    private static byte[] readToTheEnd(BodyBuffer body, int size) throws Exception {
        DelegatingServletInputStream in = new DelegatingServletInputStream(new ByteArrayInputStream(new byte[size]));
        boolean more = true;
        while (more) {
            more = body.read(in);
        }
        return body.toBytes();
    }
}
