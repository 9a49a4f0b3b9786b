package dev.durahook.receiver.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NameCountsTest {

    private final AtomicLong time = new AtomicLong();
    private final NameCounts asks = new NameCounts(time::get);
    private final long genuine = asks.mark("genuine");

    @Test
    void countsOfEachName() {
        asks.add(genuine);
        asks.add(asks.mark("made up"));
        asks.add(genuine);
        assertThat(asks.of(genuine)).isEqualTo(2);
        assertThat(asks.of(asks.mark("made up"))).isEqualTo(1);
        assertThat(asks.of(asks.mark("another"))).isZero();
    }

    @Test
    void countsUntilTheNextSpanIsOver() {
        asks.add(genuine);
        nextSpan();
        asks.add(genuine);
        assertThat(asks.of(genuine)).isEqualTo(2);
        nextSpan();
        assertThat(asks.of(genuine)).isEqualTo(1);
        nextSpan();
        assertThat(asks.of(genuine)).isZero();
    }

    @Test
    void countStartsAgainAfterTheTurn() {
        asks.add(genuine);
        asks.forget(genuine);
        assertThat(asks.of(genuine)).isZero();
    }

    @Test
    void remembersABoundedNumberOfNames() {
        asks.add(genuine);
        strangers(NameCounts.MAX_NAMES);
        assertThat(asks.of(genuine)).as("of the span before").isEqualTo(1);
        strangers(NameCounts.MAX_NAMES);
        assertThat(asks.of(genuine)).isZero();
    }

    @Test
    void aMarkIsAnotherOneElsewhere() {
        assertThat(new NameCounts(time::get).mark("genuine")).isNotEqualTo(genuine);
    }

    private void strangers(int number) {
        for (int i = 0; i < number; i++) {
            asks.add(asks.mark("made up " + i));
        }
    }

    private void nextSpan() {
        time.addAndGet(NameCounts.SPAN.plus(Duration.ofNanos(1)).toNanos());
        asks.add(asks.mark("made up at " + time));
    }
}
