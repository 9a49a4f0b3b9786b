package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not start, and what the operator reads then. */
class SourceMistakesTest {

    @Test
    void schemeAbsent() {
        complaint("shop: {secrets: [x]}")
                .startsWith("durahook.sources.shop.scheme is missing")
                .contains("stripe");
    }

    @Test
    void schemeEmpty() {
        complaint("shop: {scheme: '', secrets: [x]}").startsWith("durahook.sources.shop.scheme is missing");
    }

    @Test
    void schemeUnknown() {
        complaint("shop: {scheme: stripes, secrets: [x]}")
                .startsWith("durahook.sources.shop.scheme names no scheme; known are hmac, ")
                .contains("github", "none", "standard-webhooks", "stripe");
    }

    @ParameterizedTest
    @CsvSource({"Shop", "my_shop", "shop.eu", "-shop", "'a:b'"})
    void nameIsNone(String name) {
        complaint("'[" + name + "]': {scheme: stripe, secrets: [x]}")
                .isEqualTo("durahook.sources." + name
                        + " is no name for a source: use 1 to 50 lower-case letters, digits and hyphens");
    }

    @Test
    void secretsMissing() {
        complaint("shop: {scheme: stripe}").startsWith("durahook.sources.shop.secrets is missing: list at least one");
    }

    @Test
    void secretsEmpty() {
        complaint("shop: {scheme: stripe, secrets: []}").startsWith("durahook.sources.shop.secrets is missing");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'\t'"})
    void secretBlank(String secret) {
        complaint("shop: {scheme: stripe, secrets: [good, '" + secret + "']}")
                .startsWith("durahook.sources.shop.secrets[1] is empty");
    }

    @Test
    void secretIsNotBase64() {
        complaint("shop: {scheme: standard-webhooks, secrets: ['whsec_not!base64']}")
                .isEqualTo("durahook.sources.shop.secrets[0] is not base64: copy the secret again, as the provider"
                        + " shows it");
    }

    @Test
    void secretIsNothingButItsPrefix() {
        complaint("shop: {scheme: standard-webhooks, secrets: [whsec_]}")
                .startsWith("durahook.sources.shop.secrets[0] is empty");
    }

    @Test
    void secretIsNotHex() {
        complaint("shop: {scheme: hmac, secrets: [xyz], hmac: {signature: {header: X, key: hex}}}")
                .startsWith("durahook.sources.shop.secrets[0] is not hex");
    }

    @ParameterizedTest
    @CsvSource({"${SHOP_SECRET_THAT_NOBODY_SET}", "whsec_${SHOP_SECRET_THAT_NOBODY_SET}"})
    void secretIsAPlaceholderThatNothingResolves(String secret) {
        complaint("shop: {scheme: stripe, secrets: ['" + secret + "']}")
                .isEqualTo("durahook.sources.shop.secrets[0] holds a placeholder that nothing resolves: set the"
                        + " variable it names");
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", "x ", "x\\n"})
    void secretWithWhiteSpaceAroundIt(String secret) {
        complaint("shop: {scheme: stripe, secrets: [\"" + secret + "\"]}")
                .isEqualTo("durahook.sources.shop.secrets[0] begins or ends with white space, which no sender's secret"
                        + " does: remove it");
    }

    @Test
    void secretFileIsNoPath() {
        complaint("shop: {scheme: stripe, secret-files: [\"a\\0b\"]}")
                .isEqualTo("durahook.sources.shop.secret-files[0] is no path: name a file");
    }

    @Test
    void secretTwice() {
        complaint("shop: {scheme: stripe, secrets: [same, same]}")
                .isEqualTo("durahook.sources.shop.secrets lists the same secret twice: remove one");
    }

    @Test
    void secretFileMissing() {
        complaint("shop: {scheme: stripe, secret-files: [/nowhere/secret]}")
                .isEqualTo(
                        "durahook.sources.shop.secret-files[0] can't be read: make '/nowhere/secret' a UTF-8 file that"
                                + " this process may read");
    }

    @Test
    void secretWithoutAScheme() {
        complaint("shop: {scheme: none, secrets: [x]}")
                .startsWith("durahook.sources.shop.secrets has no effect beside scheme: none: remove it");
    }

    @Test
    void secretFileWithoutAScheme() {
        complaint("shop: {scheme: none, secret-files: [/x]}")
                .startsWith("durahook.sources.shop.secret-files has no effect beside scheme: none: remove it");
    }

    @Test
    void toleranceWithoutAScheme() {
        complaint("shop: {scheme: none, tolerance: 5m}")
                .startsWith("durahook.sources.shop.tolerance has no effect beside scheme: none: remove it");
    }

    @Test
    void toleranceWithoutATimestamp() {
        complaint("shop: {scheme: github, secrets: [x], tolerance: 5m}")
                .isEqualTo("durahook.sources.shop.tolerance has no use here, because the scheme signs no timestamp:"
                        + " remove it");
    }

    @ParameterizedTest
    @CsvSource({"''", "example.com/hook", "https://"})
    void publicUrlMissingWhereTheSchemeSignsIt(String url) {
        complaint("shop: {scheme: square, secrets: [x], public-url: '" + url + "'}")
                .isEqualTo(
                        "durahook.sources.shop.public-url is missing: the scheme signs the URL; write it exactly as it"
                                + " was entered at the sender");
    }

    @Test
    void publicUrlWhereTheSchemeDoesNotSignIt() {
        complaint("shop: {scheme: github, secrets: [x], public-url: 'https://example.com'}")
                .isEqualTo("durahook.sources.shop.public-url has no effect, because the scheme does not sign the URL:"
                        + " remove it");
        complaint("shop: {scheme: none, public-url: 'https://example.com'}")
                .isEqualTo("durahook.sources.shop.public-url has no effect beside scheme: none: remove it");
    }

    @ParameterizedTest
    @CsvSource({"0s", "-5m"})
    void toleranceOfNothing(String tolerance) {
        complaint("shop: {scheme: stripe, secrets: [x], tolerance: " + tolerance + "}")
                .startsWith("durahook.sources.shop.tolerance has a tolerance of nothing");
    }

    @Test
    void toleranceIsNoDuration() {
        complaint("shop: {scheme: stripe, secrets: [x], tolerance: soon}")
                .isEqualTo(
                        "durahook.sources.shop.tolerance can't be read as java.time.Duration: look at the form of its"
                                + " value");
    }

    @ParameterizedTest
    @CsvSource({"2000001B", "2MB", "0B", "-1B"})
    void bodySizeDoesNotFitIntoTemporal(String size) {
        complaint("shop: {scheme: stripe, secrets: [x], max-body-size: " + size + "}")
                .isEqualTo("durahook.sources.shop.max-body-size must be 1B to 2000000B: Temporal takes 2 MiB in one"
                        + " payload and not more");
    }

    @Test
    void taskQueueEmpty() {
        complaint("shop: {scheme: stripe, secrets: [x], task-queue: ' '}")
                .startsWith("durahook.sources.shop.task-queue is empty");
    }

    @Test
    void mediaTypeIsNone() {
        complaint("shop: {scheme: stripe, secrets: [x], media-types: [json]}")
                .startsWith("durahook.sources.shop.media-types[0] can't be read");
    }

    @ParameterizedTest
    @CsvSource({"Stripe-Signature", "Authorization", "Cookie", "Proxy-Authorization", "X-Hub-Signature-256", "X-Api-Key"
    })
    void headerIsACredential(String header) {
        complaint("shop: {scheme: stripe, secrets: [x], headers: [X-Fine, " + header + "]}")
                .startsWith("durahook.sources.shop.headers lists " + header.toLowerCase(java.util.Locale.ROOT))
                .endsWith("remove it");
    }

    @Test
    void ownSchemeMissing() {
        complaint("shop: {scheme: hmac, secrets: [x]}").startsWith("durahook.sources.shop.hmac is missing");
    }

    @Test
    void ownSchemeWithoutASignature() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {provider: Us}}")
                .startsWith("durahook.sources.shop.hmac.signature is missing");
    }

    @Test
    void ownSchemeWithoutItsHeader() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {signature: {algorithm: hmac-sha1}}}")
                .startsWith("durahook.sources.shop.hmac.signature has no header");
    }

    @Test
    void ownSchemeBesideAnother() {
        complaint("shop: {scheme: stripe, secrets: [x], hmac: {provider: Us}}")
                .startsWith("durahook.sources.shop.hmac has no effect beside scheme: stripe");
    }

    @Test
    void ownSchemeOfAnUnknownAlgorithm() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {signature: {header: X, algorithm: md4}}}")
                .startsWith("durahook.sources.shop.hmac.signature.algorithm can't be read as")
                .contains("Algorithm");
    }

    @Test
    void ownSchemeThatSignsNothingOfTheBody() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {signature: {header: X, content: '{header:X-Id}'}}}")
                .startsWith("durahook.sources.shop.hmac.signature signs a content without {body}");
    }

    @Test
    void ownSchemeThatHashesWithoutTheSecret() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {signature: {header: X, algorithm: sha256}}}")
                .startsWith("durahook.sources.shop.hmac.signature signs a content without {secret}");
    }

    @Test
    void ownSchemeThatSignsWhatIsUnknown() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {signature: {header: X, content: '{id}{body}'}}}")
                .startsWith("durahook.sources.shop.hmac.signature signs {id}, which is unknown: use {body}");
    }

    @Test
    void ownSchemeWhoseTimestampIsNotSigned() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {signature: {header: X, timestamp: {header: T}}}}")
                .startsWith("durahook.sources.shop.hmac.signature declares a timestamp that is not signed");
    }

    @Test
    void ownSchemeWhoseTimestampIsNowhere() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {signature: {header: X, content: '{timestamp}{body}'}}}")
                .startsWith("durahook.sources.shop.hmac.signature signs {timestamp} and does not say where it is");
    }

    @Test
    void idInTwoPlaces() {
        complaint("shop: {scheme: stripe, secrets: [x], id: {header: X, pointer: /id}}")
                .isEqualTo("durahook.sources.shop.id must say one of header, pointer and body-hash: true");
    }

    @ParameterizedTest
    @CsvSource({"id", "/", "/events/0", "''"})
    void pointerLeadsNowhere(String pointer) {
        complaint("shop: {scheme: stripe, secrets: [x], id: {pointer: '" + pointer + "'}}")
                .startsWith("durahook.sources.shop.id has a pointer that does not lead to a name in JSON");
    }

    @Test
    void typeInTwoPlaces() {
        complaint("shop: {scheme: stripe, secrets: [x], type: {header: X, pointer: /id}}")
                .isEqualTo("durahook.sources.shop.type must say one of header and pointer, not both");
    }

    @Test
    void typeOfNothing() {
        complaint("shop: {scheme: stripe, secrets: [x], type: {default: ' '}}")
                .startsWith("durahook.sources.shop.type has an empty default");
    }

    @Test
    void successStatusIsNone() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {signature: {header: X}, success-status: 302}}")
                .startsWith("durahook.sources.shop.hmac has a success-status that is none");
    }

    @Test
    void keyUnknown() {
        complaint("shop: {scheme: stripe, secrets: [x], tolerence: 5m}")
                .isEqualTo("durahook.sources.shop.tolerence is not known: look for a slip of the pen");
    }

    @Test
    void keyUnknownDeepDown() {
        complaint("shop: {scheme: hmac, secrets: [x], hmac: {signature: {header: X, encodings: hex}}}")
                .isEqualTo("durahook.sources.shop.hmac.signature.encodings is not known: look for a slip of the pen");
    }

    @Test
    void secretUnderAnUnknownKeyIsNotShown() {
        complaint("shop: {scheme: stripe, secret: whsec_hidden}")
                .startsWith("durahook.sources.shop.secret is not known")
                .doesNotContain("hidden");
    }

    @Test
    void secretUnderAKeyOfAnotherFormIsNotShown() {
        complaint("shop: {scheme: stripe, tolerance: whsec_hidden}").doesNotContain("hidden");
    }

    @Test
    void malformedSecretIsNotShown() {
        complaint("shop: {scheme: standard-webhooks, secrets: ['hid!den']}").doesNotContain("hid!den");
    }

    @Test
    void sourceIsNoMap() {
        complaint("shop: stripe").startsWith("durahook.sources.shop");
    }

    @Test
    void twoSourcesOfOneName() {
        Source shop = Declaration.source("shop: {scheme: none}");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Sources(java.util.List.of(shop, shop)))
                .withMessage("two sources are named 'shop': rename one");
    }

    private static AbstractStringAssert<?> complaint(String yaml) {
        InvalidSourceException complaint = org.assertj.core.api.Assertions.catchThrowableOfType(
                InvalidSourceException.class, () -> Declaration.sources(yaml, Declaration.NOW));
        assertThat(complaint).as("the start should have stopped").isNotNull().hasNoCause();
        assertThat(complaint.getMessage()).startsWith(complaint.key()).endsWith(complaint.problem());
        return assertThat(complaint.getMessage());
    }
}
