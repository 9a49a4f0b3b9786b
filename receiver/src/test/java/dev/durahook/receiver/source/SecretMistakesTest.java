package dev.durahook.receiver.source;

import static dev.durahook.receiver.source.Complaints.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.secret.SecretProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid secrets stop the start and are never shown. */
class SecretMistakesTest {

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
                .isEqualTo(
                        "durahook.sources.shop.secrets[0] is not valid base64: copy the secret again, as the provider"
                                + " shows it");
    }

    @Test
    void secretIsNothingButItsPrefix() {
        complaint("shop: {scheme: standard-webhooks, secrets: [whsec_]}")
                .startsWith("durahook.sources.shop.secrets[0] is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a,0123456789abcdef'", "'${shop.password}'", "'${SHOP_SECRET_THAT_NOBODY_SET:a,b}'"})
    void secretsAreOneTextWithAComma(String secrets) {
        System.setProperty("shop.password", "a,0123456789abcdef");
        try {
            complaint("shop: {scheme: bearer, id: {body-hash: true}, secrets: " + secrets + "}")
                    .startsWith("durahook.sources.shop.secrets is one text with a comma, at which it would be cut")
                    .contains("write a list")
                    .doesNotContain("0123456789");
        } finally {
            System.clearProperty("shop.password");
        }
    }

    @Test
    void commaOfASecretInAListStays() {
        assertThat(Declaration.properties("shop: {scheme: bearer, secrets: ['a,b', 'c']}")
                        .get("shop")
                        .secrets())
                .containsExactly(SecretProperties.of("a,b"), SecretProperties.of("c"));
        assertThat(Declaration.properties("shop: {scheme: bearer, secrets: 'a'}")
                        .get("shop")
                        .secrets())
                .containsExactly(SecretProperties.of("a"));
    }

    @Test
    void secretIsCutOffAtItsComma() {
        complaint("shop: {scheme: standard-webhooks, secrets: [v1,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw]}")
                .startsWith("durahook.sources.shop.secrets")
                .contains("is cut off at a comma: write the whole secret as an element of a list, in quotation marks")
                .doesNotContain("MfKQ9r8");
    }

    @Test
    void secretIsNotHex() {
        complaint(
                        "shop: {scheme: custom, secrets: [xyz], id: {pointer: /id}, custom: {signature: {header: X, key: hex}}}")
                .startsWith("durahook.sources.shop.secrets[0] is not valid hex");
    }

    @ParameterizedTest
    @CsvSource({"${SHOP_SECRET_THAT_NOBODY_SET}", "whsec_${SHOP_SECRET_THAT_NOBODY_SET}"})
    void secretIsAPlaceholderThatNothingResolves(String secret) {
        complaint("shop: {scheme: stripe, secrets: ['" + secret + "']}")
                .isEqualTo(
                        "durahook.sources.shop.secrets[0] holds a placeholder that nothing resolves: set the variable it"
                                + " names");
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", "x ", "x\\n"})
    void secretWithWhiteSpaceAroundIt(String secret) {
        complaint("shop: {scheme: stripe, secrets: [\"" + secret + "\"]}")
                .isEqualTo("durahook.sources.shop.secrets[0] begins or ends with white space, which no sender's secret"
                        + " does: remove it");
    }

    @ParameterizedTest
    @CsvSource({
        "nylas, mock-webhook-secret, Nylas",
        "zendesk, dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==, Zendesk",
        "paypal, WEBHOOK_ID, PayPal"
    })
    void secretIsPublic(String scheme, String secret, String provider) {
        complaint("shop: {scheme: " + scheme + ", secrets: [a-secret-of-our-own, '" + secret + "']}")
                .isEqualTo("durahook.sources.shop.secrets[1] is a secret that " + provider
                        + " publishes for tests, with which anyone could send you events: use the secret of your own"
                        + " webhook");
    }

    @Test
    void secretIsPublicInAnotherForm() {
        complaint("shop: {scheme: custom, secrets: [\"6B6579\"], id: {pointer: /id},"
                        + " custom: {signature: {header: X, key: hex}, public-secrets: [\"6b6579\"]}}")
                .startsWith("durahook.sources.shop.secrets[0] is a secret that the sender publishes for tests");
    }

    @Test
    void secretInAFileIsPublic(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "mock-webhook-secret\n");
        complaint("shop: {scheme: nylas, secret-files: ['" + file + "']}")
                .startsWith("durahook.sources.shop.secret-files[0] is a secret that Nylas publishes for tests")
                .doesNotContain("mock-webhook-secret");
    }

    @Test
    void secretFileIsNotAPath() {
        complaint("shop: {scheme: stripe, secret-files: [\"a\\0b\"]}")
                .isEqualTo("durahook.sources.shop.secret-files[0] is not a valid path: name a file");
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
                .startsWith("durahook.sources.shop.secrets has no effect with scheme: none: remove it");
    }

    @Test
    void secretFileWithoutAScheme() {
        complaint("shop: {scheme: none, secret-files: [/x]}")
                .startsWith("durahook.sources.shop.secret-files has no effect with scheme: none: remove it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name: blue | must have either value or file",
                "value: x, file: /y | must have either value or file",
                "value: x, name: Blue | has an invalid name",
                "value: x, name: '1' | has an invalid name",
                "value: x, name: none | has an invalid name",
                "value: x, overlap: 10m | has an overlap, but is not in a file",
                "file: /y, overlap: -1s | has a negative overlap",
                "value: x, not-before: 2027-01-01T00:00:00Z, not-after: 2027-01-01T00:00:00Z | is never valid"
            })
    void secretThatCantBeMeant(String secret, String problem) {
        complaint("shop: {scheme: stripe, secrets: [{" + secret + "}]}")
                .startsWith("durahook.sources.shop.secrets[0] " + problem);
    }

    @Test
    void secretsOfTheSameName() {
        complaint("shop: {scheme: stripe, secrets: [{value: x, name: blue}, {value: y, name: blue}]}")
                .isEqualTo("durahook.sources.shop.secrets gives the same name twice: rename one");
    }

    @Test
    void invalidMoment() {
        complaint("shop: {scheme: stripe, secrets: [{value: hidden, not-after: tomorrow}]}")
                .startsWith("durahook.sources.shop.secrets[0].not-after has an invalid value")
                .doesNotContain("hidden");
    }

    @Test
    void endOfASecretThatIsEmpty() {
        complaint("shop: {scheme: stripe, secrets: [{value: hidden, not-after: '${shop.unset:}'}]}")
                .isEqualTo("durahook.sources.shop.secrets[0].not-after is empty: give it a value, or leave it out");
    }

    @Test
    void fileOfASecretMissing() {
        complaint("shop: {scheme: stripe, secrets: [{file: /nowhere/secret}]}")
                .startsWith("durahook.sources.shop.secrets[0].file can't be read: make '/nowhere/secret'");
    }

    @Test
    void unknownKeyOfASecret() {
        complaint("shop: {scheme: stripe, secrets: [{value: x, token: hidden}]}")
                .startsWith("durahook.sources.shop.secrets[0].token is not a known key")
                .doesNotContain("hidden");
    }

    @Test
    void secretUnderAnUnknownKeyIsNotShown() {
        complaint("shop: {scheme: stripe, secret: whsec_hidden}")
                .startsWith("durahook.sources.shop.secret is not a known key")
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
}
