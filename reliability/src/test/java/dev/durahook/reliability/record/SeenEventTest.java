package dev.durahook.reliability.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenEventTest {

    @Test
    void readsWhatItWrites() {
        SeenEvent event = new SeenEvent("shop:run-1-0", BodyHash.of("{}"));

        assertThat(SeenEvent.read(event.toString())).isEqualTo(event);
    }

    @Test
    void eventWithoutABodyHasNone() {
        assertThat(SeenEvent.read("shop:run-1-0")).isEqualTo(new SeenEvent("shop:run-1-0", ""));
        assertThat(SeenEvent.read("shop:run-1-0 ")).isEqualTo(new SeenEvent("shop:run-1-0", ""));
    }

    @Test
    void hashIsSha256() {
        assertThat(BodyHash.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
