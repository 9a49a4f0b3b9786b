package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Senders that send a secret instead of a signature. */
class TokenTest {

    private static final String SECRET = "Aladdin:open sesame é";

    static Stream<String> schemes() {
        return Stream.of("gitlab", "okta", "auth0", "bearer", "basic", "api-key");
    }

    @ParameterizedTest
    @CsvSource({
        "gitlab, X-Gitlab-Token, ''",
        "okta, Authorization, ''",
        "auth0, Authorization, ''",
        "bearer, Authorization, 'Bearer '",
        "basic, Authorization, 'Basic '",
        "api-key, X-API-Key, ''"
    })
    void onlyTheTokenPasses(String scheme, String header, String prefix) {
        Source source = Declaration.source(
                "shop: {scheme: " + scheme + ", id: {pointer: /id}, secrets: [other, '" + SECRET + "']}");
        String token = token(scheme, SECRET);

        assertThat(source.verify(delivery(header, prefix + token))).isEqualTo(new Verified(1));
        rejected(source, header, prefix + token(scheme, "wrong"), Rejection.SIGNATURE_MISMATCH);
        rejected(source, header, prefix + token + "=", Rejection.SIGNATURE_MISMATCH);
        rejected(source, header, prefix + token.substring(1), Rejection.SIGNATURE_MISMATCH);
        rejected(source, header, prefix + token.toUpperCase(Locale.ROOT), Rejection.SIGNATURE_MISMATCH);
        rejected(source, header, prefix + token + ", " + prefix + token, Rejection.SIGNATURE_MISMATCH);
        rejected(source, header, "x" + prefix + token, null);
        rejected(source, header, "", null);
        rejected(source, "X-Other", prefix + token, Rejection.SIGNATURE_MISSING);
        rejected(source, delivery(Map.of(header, List.of(prefix + token, prefix + token)), "{}"), null);
        rejected(source, delivery(Map.of(header, List.of(prefix + token)), ""), Rejection.BODY_EMPTY);
    }

    /** The scheme of an authorization is not case-sensitive in RFC 9110. */
    @ParameterizedTest
    @CsvSource({"bearer, 'bearer '", "bearer, 'BEARER  '", "basic, 'basic '", "basic, 'BASIC '"})
    void caseOfTheAuthorizationSchemeDoesNotMatter(String scheme, String written) {
        Source source =
                Declaration.source("shop: {scheme: " + scheme + ", secrets: ['" + SECRET + "'], id: {pointer: /id}}");

        assertThat(source.verify(delivery("Authorization", written + token(scheme, SECRET))))
                .isEqualTo(new Verified(0));
        rejected(source, "Authorization", written + token(scheme, "wrong"), Rejection.SIGNATURE_MISMATCH);
        rejected(source, "Authorization", written.strip() + token(scheme, SECRET), null);
        rejected(source, "Authorization", token(scheme, SECRET), null);
    }

    // Okta and Auth0 send the configured text unchanged, so the text is the secret in any form.
    @ParameterizedTest
    @CsvSource({"okta", "auth0"})
    void anAuthorizationThatIsTheSecretItselfIsComparedToTheLetter(String scheme) {
        Source source = Declaration.source("shop: {scheme: " + scheme + ", secrets: ['Bearer abc']}");

        assertThat(source.verify(delivery("Authorization", "Bearer abc"))).isEqualTo(new Verified(0));
        rejected(source, "Authorization", "bearer abc", Rejection.SIGNATURE_MISMATCH);
    }

    // A server reads every header as ISO 8859-1.
    private static String token(String scheme, String secret) {
        byte[] bytes = Digests.bytes(secret);
        return scheme.equals("basic")
                ? Base64.getEncoder().encodeToString(bytes)
                : new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static void rejected(Source source, String header, String value, Rejection reason) {
        rejected(source, delivery(header, value), reason);
    }

    private static void rejected(Source source, Delivery delivery, Rejection reason) {
        WayIn.refuses(source, delivery);
        assertThat(source.verify(delivery)).isInstanceOfSatisfying(Rejected.class, verdict -> {
            if (reason != null) {
                assertThat(verdict.reason()).as(verdict.detail()).isEqualTo(reason);
            }
            assertThat(verdict.detail()).doesNotContain(SECRET).doesNotContainPattern("[0-9]{2}");
        });
    }

    private static Delivery delivery(String header, String value) {
        return delivery(Map.of(header, List.of(value)), "{}");
    }

    private static Delivery delivery(Map<String, List<String>> headers, String body) {
        return new Delivery("http://localhost/", Headers.of(headers), Digests.bytes(body));
    }
}
