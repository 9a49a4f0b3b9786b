package dev.durahook.receiver.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.testsupport.Cases;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Genuine requests pass; each line is one attack, which is refused. Every request goes the whole way in: a refused
 * request is answered 401, and nothing of it is stored.
 */
class ProviderForgeryTest {

    private static final String ALL = "dev.durahook.receiver.provider.Providers#all";

    /** Every fifth character is at each place of the four characters that stand for three bytes. */
    private static final int STEP = Cases.of(5, 1);

    private static final int ROUNDS = Cases.of(60, 300);

    static Stream<Provider> withTimestamp() {
        return Providers.all().filter(provider -> provider.tolerance() > 0);
    }

    static Stream<Provider> withSecretsOfTheirOwn() {
        return Providers.all().filter(provider -> !provider.scheme().startsWith("plaid"));
    }

    // Plivo's second signature is of the address alone, and a token of nothing, so a body of nonsense is as
    // good as any.
    static Stream<Provider> signingTheEvent() {
        return Providers.all()
                .filter(provider -> !List.of("plivo-v2", "cloudevents").contains(provider.scheme()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void genuine(Provider provider) {
        verified(provider.source(provider.secret()), provider, 0);
        WayIn way = new WayIn(provider.source(provider.secret()));
        assertThat(way.post(provider.sent().delivery()).getStatus()).isNotEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void genuineWithTheSecondOfTwoSecrets(Provider provider) {
        Source rotating = provider.source(provider.otherSecret(), provider.secret());
        verified(rotating, provider, 1);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void oneCharacterOfTheSignedContentChanged(Provider provider) {
        Source source = provider.source(provider.secret());
        Sent sent = provider.sent();
        for (String signed : provider.signed()) {
            for (int i = 0; i < signed.length(); i++) {
                rejected(source, changed(sent, signed, i).delivery());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void headersMissingOrRepeated(Provider provider) {
        Source source = provider.source(provider.secret());
        Sent sent = provider.sent();
        for (String header : sent.headers().keySet()) {
            if (isPartOfTheSignature(header)) {
                rejected(source, sent.without(header).delivery());
                rejected(source, sent.repeating(header));
                rejected(source, sent.with(header, "").delivery());
                rejected(source, sent.without(header).with("X-Other", "x").delivery());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureWrittenAnotherWay(Provider provider) {
        Source source = provider.source(provider.secret());
        Sent sent = provider.sent();
        String signature = sent.signature();
        String shorter = signature.substring(0, signature.length() - 1);
        for (String other : List.of(
                "",
                shorter,
                signature + "=",
                signature + "A",
                signature + "0",
                signature + " ",
                " " + signature,
                signature.toUpperCase(Locale.ROOT),
                signature.toLowerCase(Locale.ROOT),
                signature + "\u0000",
                signature.replace('+', '-').replace('/', '_'),
                signature.replace("=", ""),
                "AAAA",
                "e30.e30.e30",
                signature + "." + signature,
                signature + "," + signature)) {
            if (!other.equals(signature) && !isTheSame(provider, signature, other)) {
                rejected(source, sent.signed(other).delivery());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void oneCharacterChangedInTheSignature(Provider provider) {
        Source source = provider.source(provider.secret());
        Sent sent = provider.sent();
        for (int i = 0; i < sent.signature().length(); i += STEP) {
            char[] changed = sent.signature().toCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            rejected(source, sent.signed(new String(changed)).delivery());
        }
    }

    @ParameterizedTest
    @MethodSource("withSecretsOfTheirOwn")
    void signatureOfAnotherSource(Provider provider) {
        Source source = provider.source(provider.secret());
        Rejected verdict =
                rejected(source, provider.sent(provider.otherSecret()).delivery());
        assertThat(verdict.reason()).isEqualTo(Rejection.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void emptyBody(Provider provider) {
        rejected(
                provider.source(provider.secret()), provider.sent().withBody("").delivery());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void emptySecretStopsTheStart(Provider provider) {
        assertThatExceptionOfType(InvalidSourceException.class).isThrownBy(() -> provider.source(""));
        assertThatExceptionOfType(InvalidSourceException.class)
                .isThrownBy(() -> provider.source(provider.secret(), ""));
    }

    @ParameterizedTest
    @MethodSource("withTimestamp")
    void timestampAtTheEdgeOfTheTolerance(Provider provider) {
        for (long skew : new long[] {provider.tolerance(), -provider.tolerance()}) {
            verified(later(provider, skew), provider, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("withTimestamp")
    void oldTimestamp(Provider provider) {
        outOfTolerance(later(provider, provider.tolerance() + 1), provider);
    }

    @ParameterizedTest
    @MethodSource("withTimestamp")
    void timestampInTheFuture(Provider provider) {
        outOfTolerance(later(provider, -provider.tolerance() - 1), provider);
    }

    @ParameterizedTest
    @MethodSource("signingTheEvent")
    void nonsense(Provider provider) {
        Source source = provider.source(provider.secret());
        Random random = new Random(20_231_114);
        Sent sent = provider.sent();
        for (int round = 0; round < ROUNDS; round++) {
            rejected(source, Nonsense.of(sent, random).delivery());
        }
    }

    @Test
    void everyVerifierOfTheCatalogueIsForged() {
        assertThat(Providers.all().map(Provider::scheme).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(verifiers());
    }

    static List<String> verifiers() {
        Schemes schemes = Schemes.load();
        return schemes.names().stream()
                .filter(name -> schemes.named(name).orElseThrow().verifier() != null)
                .toList();
    }

    private static Sent changed(Sent sent, String text, int at) {
        String other = text.substring(0, at) + (text.charAt(at) == 'x' ? 'y' : 'x') + text.substring(at + 1);
        assertThat(sent.body() + sent.query()).contains(text);
        return sent.body().contains(text)
                ? sent.withBody(sent.body().replace(text, other))
                : sent.withQuery(sent.query().replace(text, other));
    }

    // Vonage writes digits in upper or lower case, and its own library accepts both. Plivo may send several
    // signatures. Strava sends a number, which no space beside it changes. Behind the scheme of an authorization
    // there may be several spaces.
    private static boolean isTheSame(Provider provider, String signature, String other) {
        return switch (provider.scheme()) {
            case "plivo-v3" -> other.strip().equals(signature) || other.equals(signature + "," + signature);
            case "vonage", "cloudevents" -> other.equals(" " + signature);
            case "strava" -> other.strip().equals(signature);
            default -> provider.scheme().startsWith("vonage-sig") && other.equalsIgnoreCase(signature);
        };
    }

    // The media type of a form and the headers of SNS that repeat the body are not part of a signature.
    private static boolean isPartOfTheSignature(String header) {
        return !header.equals("Content-Type") && !header.startsWith("x-amz");
    }

    private static Source later(Provider provider, long seconds) {
        return provider.source(InstantSource.fixed(Provider.NOW.plusSeconds(seconds)), provider.secret());
    }

    private static void verified(Source source, Provider provider, int secret) {
        assertThat(source.verify(provider.sent().delivery()))
                .isInstanceOfSatisfying(
                        Verified.class, verdict -> assertThat(verdict.secret()).isEqualTo(secret));
    }

    private static void outOfTolerance(Source source, Provider provider) {
        assertThat(rejected(source, provider.sent().delivery()).reason())
                .isEqualTo(Rejection.TIMESTAMP_OUT_OF_TOLERANCE);
    }

    private static Rejected rejected(Source source, Delivery delivery) {
        WayIn.refuses(source, delivery);
        Verdict verdict = source.verify(delivery);
        assertThat(verdict).as(() -> new String(delivery.body(), UTF_8)).isInstanceOf(Rejected.class);
        Rejected rejected = (Rejected) verdict;
        assertThat(rejected.detail()).isNotBlank().doesNotContain("secret is", "It is", "sesame", "private");
        return rejected;
    }
}
