package dev.durahook.workflows.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTextTest {

    /** Temporal's limit for a summary, in bytes of its payload. */
    private static final int LIMIT = 400;

    /** The bytes by which the encrypting codec of Temporal's samples makes a payload larger. */
    private static final int CODEC = 155;

    // One character of each size in JSON: U+20000 is written as two escapes, of twelve bytes.
    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "東", "𠀀", "\"", "\\", "\u0001", "\u007f", "\u2028", "\uFFFD"})
    void isCutToWhatTemporalTakes(String character) {
        String cut = SummaryText.of(character.repeat(1_000));
        String beside = SummaryText.of("PARKED: ", character.repeat(80), " · send retry or discard");

        assertThat(payload(cut).getSerializedSize()).isBetween(LIMIT - CODEC - 40, LIMIT - CODEC);
        assertThat(cut).startsWith(character).endsWith("…").doesNotContain("?");
        assertThat(payload(beside).getSerializedSize()).isLessThanOrEqualTo(LIMIT - CODEC);
        assertThat(beside).startsWith("PARKED: " + character).endsWith(" · send retry or discard");
        assertThat(SummaryText.fits(cut)).isTrue();
        assertThat(SummaryText.fits(character.repeat(1_000))).isFalse();
    }

    @Test
    void textThatFitsStaysAsItIs() {
        for (String text : new String[] {"", "Charge the card", "é".repeat(99), "𠀀".repeat(16)}) {
            assertThat(SummaryText.fits(text)).isTrue();
            assertThat(SummaryText.of(text)).isEqualTo(text);
        }
    }

    private static Payload payload(String text) {
        return DefaultDataConverter.newDefaultInstance().toPayload(text).orElseThrow();
    }
}
