package dev.durahook.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/**
 * Temporal can store the ID, type and body of an event, for any bytes of a sender.
 *
 * <p>A normal build replays the inputs under {@code EventFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class EventFuzzTest {

    /** A body counts as JSON exactly if two independent parsers accept it. */
    @FuzzTest(maxDuration = "5m")
    void body(byte[] sent) {
        assertThat(EventBody.bytes(EventBody.of(sent))).isEqualTo(sent);
        boolean isJson = EventBody.isJson(sent);
        try {
            assertThat(isJson).isEqualTo(StrictJson.isReadByJackson(sent));
            assertThat(isJson).isEqualTo(StrictJson.isReadByGson(sent));
        } catch (StreamConstraintsException e) {
            // The body is longer or deeper than a parser accepts.
            assertThat(isJson).isFalse();
        }
    }

    @FuzzTest(maxDuration = "5m")
    void id(byte[] sent) {
        String providerId = text(sent);
        if (!EventId.isProviderId(providerId)) {
            assertThatIllegalArgumentException().isThrownBy(() -> EventId.of("shop", providerId));
            return;
        }
        EventId id = EventId.of("shop", providerId);
        assertThat(id.value()).matches("shop:[!-~]{1,200}");
        String kept = id.original() == null ? id.value().substring(5) : id.original();
        if (providerId.codePointCount(0, providerId.length()) <= EventId.MAX_ORIGINAL_LENGTH) {
            assertThat(kept).isEqualTo(providerId);
        } else {
            assertThat(kept).endsWith("…");
            assertThat(providerId).startsWith(kept.substring(0, kept.length() - 1));
        }
    }

    @FuzzTest(maxDuration = "5m")
    void type(byte[] sent) {
        String providerType = text(sent);
        if (providerType.isEmpty()) {
            assertThatIllegalArgumentException().isThrownBy(() -> EventType.of("shop", providerType));
        } else {
            assertThat(EventType.of("shop", providerType)).matches("shop\\.[A-Za-z0-9._-]{1,100}");
        }
    }

    // No decoder: it would replace half a surrogate pair, which JSON can escape.
    private static String text(byte[] sent) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < sent.length; i += 2) {
            text.append((char) ((sent[i] & 0xff) << 8 | sent[i + 1] & 0xff));
        }
        return text.toString();
    }
}
