package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.handshake.HandshakeResult;
import dev.durahook.receiver.handshake.HandshakeResult.Answered;
import dev.durahook.receiver.handshake.HandshakeResult.Refused;
import dev.durahook.receiver.handshake.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The token of a handshake holds for as long as any other secret: from its not-before to its not-after. */
class VerifyTokenTest {

    private static final Instant BEGIN = Declaration.NOW.instant();
    private static final Instant END = BEGIN.plusSeconds(60);

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);

    @Test
    void holdsUntilItsEnd() {
        Source shop = shop("not-after: " + END);
        now.set(END.minusMillis(1));
        assertThat(handshake(shop, "shown")).isInstanceOf(Answered.class);
        assertThat(handshake(shop, "guess"))
                .isEqualTo(new Refused(Refusal.VERIFY_TOKEN_MISMATCH, "the token differs from the verify-token"));
        now.set(END);
        assertThat(handshake(shop, "shown")).isEqualTo(outOfTime());
    }

    @Test
    void doesNotHoldBeforeItsBegin() {
        Source shop = shop("not-before: " + END);
        assertThat(handshake(shop, "shown")).isEqualTo(outOfTime());
        now.set(END);
        assertThat(handshake(shop, "shown")).isInstanceOf(Answered.class);
    }

    @Test
    void thatNeverHoldsStopsTheStart() {
        Complaints.complaint("shop: {scheme: meta, secrets: [x], verify-token: {value: y, not-before: " + END
                        + ", not-after: " + BEGIN + "}}")
                .startsWith("durahook.sources.shop.verify-token is never valid");
    }

    private Source shop(String validity) {
        return Declaration.source(
                "shop: {scheme: meta, secrets: [x], verify-token: {value: shown, " + validity + "}}", now::get);
    }

    private static Refused outOfTime() {
        return new Refused(Refusal.NO_VALID_SECRET, "durahook.sources.shop.verify-token is not valid now");
    }

    private static HandshakeResult handshake(Source shop, String token) {
        Delivery asked = new Delivery(
                "https://example.com/?hub.mode=subscribe&hub.challenge=1&hub.verify_token=" + token,
                Headers.of(Map.of()),
                new byte[0]);
        return shop.handshakes().unsigned("GET", asked).orElseThrow();
    }
}
