package dev.durahook.receiver.keys.https;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWaitsTest {

    /** How many keys a source fetches at the same time. */
    private static final int FETCHES = 4;

    @Test
    void usualServerHas200Threads() {
        KeyWaits usual = KeyWaits.usual();

        assertThat(usual.ofAll()).isEqualTo(100);
        assertThat(usual.ofSource()).isEqualTo(64);
        assertThat(usual.turnsOfSource()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 20, 40, 80, 100, 200, 1_000})
    void oneSourceLeavesThreadsToOthers(int threads) {
        KeyWaits waits = KeyWaits.amongThreads(threads);

        assertThat(waits.ofAll() + waits.turnsOfSource() + FETCHES).isLessThan(threads);
        assertThat(waits.ofSource()).isBetween(1, waits.ofAll());
    }

    @Test
    void deliveryThatWaitsForAnotherOneIsRefusedWhileManyWait() {
        KeyWaits waits = KeyWaits.amongThreads(4);
        waits.begin();
        assertThat(waits.beginsIfFew()).isTrue();
        assertThat(waits.beginsIfFew()).isFalse();
        waits.begin();
        waits.end();
        assertThat(waits.beginsIfFew()).isFalse();
        waits.end();
        assertThat(waits.beginsIfFew()).isTrue();
    }
}
