package dev.durahook.receiver.source;

import static dev.durahook.receiver.source.Complaints.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.handshake.HandshakeResult;
import dev.durahook.receiver.handshake.HandshakeResult.Refused;
import dev.durahook.receiver.handshake.Refusal;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid handshakes, lists of events and answers, and the message with which the start fails. */
class HandshakeMistakesTest {

    @Test
    void verifyTokenWithoutUse() {
        complaint("shop: {scheme: stripe, secrets: [x], verify-token: y}")
                .startsWith("durahook.sources.shop.verify-token has no effect");
    }

    @Test
    void topicsWithoutUse() {
        complaint("shop: {scheme: meta, secrets: [x], topics: [y]}")
                .startsWith("durahook.sources.shop.topics has no effect");
    }

    @ParameterizedTest
    @CsvSource({"' ', is empty", "${NOBODY_SET_THIS}, holds a placeholder", "'x ', begins or ends with white space"})
    void invalidVerifyToken(String token, String problem) {
        complaint("shop: {scheme: meta, secrets: [x], verify-token: '" + token + "'}")
                .startsWith("durahook.sources.shop.verify-token " + problem);
    }

    @Test
    void verifyTokenIsNotShown() {
        assertThat(Declaration.properties("shop: {scheme: meta, secrets: [x], verify-token: hidden}")
                        .toString())
                .doesNotContain("hidden");
    }

    @Test
    void verifyTokenMissingIsNamedInTheLog() {
        Source shop = Declaration.source("shop: {scheme: meta, secrets: [x]}");
        Delivery delivery = new Delivery(
                "https://example.com/?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1",
                Headers.of(Map.of()),
                new byte[0]);

        Optional<HandshakeResult> handshake = shop.handshakes().unsigned("GET", delivery);

        assertThat(handshake)
                .contains(new Refused(
                        Refusal.VERIFY_TOKEN_UNDECLARED, "durahook.sources.shop.verify-token is missing: declare it"));
    }

    @Test
    void challengeThatIsSignedForAnyone() {
        handshake("{step: a, method: get, signed: false, challenge: {query: a}, proof: {}}")
                .contains("has a proof for a challenge that is not signed: add signed-text, to say where deliveries"
                        + " carry the text that they sign");
    }

    @Test
    void signedTextThatIsNeitherBodyNorForm() {
        handshake("{step: a, method: get, signed: false, challenge: {query: a}, proof: {encoding: hex},"
                        + " signed-text: {pointer: /a}}")
                .contains("has a signed-text that is neither body nor form: use one of them");
    }

    @Test
    void proofThatIsNotASignature() {
        handshake("{step: a, challenge: {pointer: /a}, proof: {algorithm: equal}}")
                .contains("proof has an algorithm that does not use a shared secret");
    }

    @Test
    void proofOfNothing() {
        handshake("{step: a, when: [{pointer: /a}], proof: {encoding: hex}}").contains("has a proof, but no challenge");
    }

    @Test
    void signedGet() {
        handshake("{step: a, method: get, challenge: {query: a}}").contains("has a method without a body");
    }

    @Test
    void everyDeliveryWouldBeAHandshake() {
        handshake("{step: a}").contains("does not distinguish the handshake from a delivery");
    }

    @Test
    void valueInTwoPlaces() {
        handshake("{step: a, challenge: {query: a, header: b}}")
                .contains("must have exactly one of query, header, form, pointer and body");
        handshake("{step: a, challenge: {matches: a}}").contains("must have exactly one of");
    }

    @Test
    void valueOfNoForm() {
        handshake("{step: a, challenge: {pointer: /a, matches: '['}}").contains("is not a valid regular expression");
    }

    @Test
    void answerOfAnError() {
        handshake("{step: a, challenge: {pointer: /a}, answer: {status: 404}}")
                .contains("answer has an invalid status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: '0'", "transfer-encoding: chunked", "'[X Y]': a", "X: \"a\\nb\""})
    void answerWithAHeaderThatNoneHas(String header) {
        handshake("{step: a, challenge: {pointer: /a}, answer: {headers: {" + header + "}}}")
                .contains("which is not allowed in a reply: remove it");
    }

    @Test
    void stepWithoutAName() {
        handshake("{challenge: {pointer: /a}}").contains("handshakes[0] has no step");
    }

    @Test
    void visitOfNothing() {
        handshake("{step: a, when: [{pointer: /a}], visit: {host: example.com}}")
                .contains("visit has no url");
    }

    @Test
    void visitOfAnyone() {
        handshake("{step: a, when: [{pointer: /a}], visit: {url: {pointer: /url}}}")
                .contains("visit has no host");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "10001"})
    void invalidMaximum(int maximum) {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X}, events: {maximum: " + maximum
                        + "}}}")
                .startsWith("durahook.sources.shop.custom.events has an invalid maximum");
    }

    @Test
    void listWithoutAPlace() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X}, events: {pointer: events}}}")
                .startsWith("durahook.sources.shop.custom.events has an invalid pointer");
    }

    private static AbstractStringAssert<?> handshake(String rule) {
        return complaint(
                "shop: {scheme: custom, secrets: [x], custom: {signature: {header: X}, handshakes: [" + rule + "]}}");
    }
}
