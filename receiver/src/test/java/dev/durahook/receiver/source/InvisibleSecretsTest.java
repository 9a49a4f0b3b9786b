package dev.durahook.receiver.source;

import static dev.durahook.receiver.source.Complaints.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Digests;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An invisible character in any secret of a source is reported with its key, and the secret is never quoted. */
@ExtendWith(OutputCaptureExtension.class)
class InvisibleSecretsTest {

    private static final String CANARY = "canary-7f3a";

    @TempDir
    private Path folder;

    static Stream<Arguments> inEachPlace() {
        return Stream.of(
                        "secrets: [\"%s\"] | secrets[0]",
                        "secrets: [other, \"%s\"] | secrets[1]",
                        "secrets: [other, {value: \"%s\", name: blue}] | secrets[1]",
                        "secrets: [{file: \"%f\", overlap: 10m}] | secrets[0].file",
                        "secret-files: [\"%f\"] | secret-files[0]",
                        "secret-files: [\"%o\", \"%f\"] | secret-files[1]",
                        "secrets: [other], verify-token: \"%s\" | verify-token")
                .flatMap(place -> Stream.of(
                                "canary-7f3a\u200B | U+200B ZERO WIDTH SPACE at character 12",
                                "cana\u200Bry-7f3a | U+200B ZERO WIDTH SPACE at character 5",
                                "\u00A0canary-7f3a | U+00A0 NO-BREAK SPACE at character 1",
                                "canary\u00AD-7f3a | U+00AD SOFT HYPHEN at character 7",
                                "canary-7f3a\u2028 | U+2028 LINE SEPARATOR at character 12",
                                "canary-\u202E7f3a | U+202E RIGHT-TO-LEFT OVERRIDE at character 8",
                                "canary-7f3a\u3000 | U+3000 IDEOGRAPHIC SPACE at character 12",
                                "canary\u007F-7f3a | U+007F DELETE at character 7",
                                "\uFEFF\uFEFFcanary-7f3a | U+FEFF ZERO WIDTH NO-BREAK SPACE at character 1")
                        .map(character -> Arguments.of(
                                place.split(" \\| ")[0],
                                place.split(" \\| ")[1],
                                character.split(" \\| ")[0],
                                character.split(" \\| ")[1])));
    }

    @ParameterizedTest
    @MethodSource("inEachPlace")
    void isNamedWithItsKey(String place, String key, String secret, String character) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), secret + "\n");
        Path other = Files.writeString(folder.resolve("other"), "other");
        String written =
                secret.replace("\u2028", "\\L").replace("\uFEFF", "\\uFEFF").replace("\u007F", "\\x7F");
        complaint("shop: {scheme: meta, "
                        + place.replace("%s", written)
                                .replace("%f", file.toString())
                                .replace("%o", other.toString())
                        + "}")
                .isEqualTo("durahook.sources.shop." + key + " holds " + character + ": remove it")
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @CsvSource({"custom-text", "standard-webhooks", "adyen", "braintree", "plaid", "strava", "basic", "bearer"})
    void isNamedBeforeItsFormIsLookedAt(String scheme) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "whsec_\u200B" + CANARY + "\n");
        String guard = scheme.equals("strava") ? ", guarded-by: secret-url" : "";
        String own = scheme.equals("custom-text") ? "custom, custom: {signature: {header: X}}" : scheme;
        complaint("shop: {scheme: " + own + guard + ", id: {each-delivery: true}, secret-files: ['" + file + "']}")
                .isEqualTo("durahook.sources.shop.secret-files[0] holds U+200B ZERO WIDTH SPACE at character 7:"
                        + " remove it");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkInAFileIsNotPartOfTheSecret(Charset encoding) throws Exception {
        Path file = Files.write(folder.resolve("secret"), ("\uFEFF" + CANARY + "\r\n").getBytes(encoding));
        assertThat(source(file, "").verify(signedWith(CANARY))).isEqualTo(new Verified(0));
    }

    @Test
    void aFileThatComesToHoldOneKeepsItsFormerSecretAndTheLogNamesIt(CapturedOutput output) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "former");
        Source source = source(file, ", overlap: 10m");
        Files.writeString(file, CANARY + "\u00A0\n");

        // The file is read once a second.
        Await.until("the file is read again", () -> {
            assertThat(source.verify(signedWith("former"))).isEqualTo(new Verified(0));
            return output.getOut().contains(" holds U+00A0");
        });
        assertThat(source.verify(signedWith(CANARY))).isInstanceOf(Rejected.class);
        assertThat(output.getOut()
                        .lines()
                        .filter(line -> line.contains(file.toString()))
                        // On a busy machine a reading may take longer than its second.
                        .filter(line -> !line.contains("disk does not answer")))
                .singleElement()
                .asString()
                .contains("WARN")
                .endsWith(
                        "Secret file " + file + " holds U+00A0 NO-BREAK SPACE at character 12: remove it; its previous"
                                + " content stays valid for 15 minutes");
        assertThat(output).doesNotContain(CANARY);

        Files.writeString(file, CANARY);
        Await.until("the new secret verifies", () -> source.verify(signedWith(CANARY)) instanceof Verified);
        assertThat(source.verify(signedWith("former"))).isEqualTo(new Verified(0));
    }

    @Test
    void aUrlThatIsSignedHoldsNone() {
        complaint("shop: {scheme: square, secrets: [x], public-url: \"https://example.com/\u200B\"}")
                .isEqualTo("durahook.sources.shop.public-url holds U+200B ZERO WIDTH SPACE at character 21: remove it");
    }

    @Test
    void aVariableThatWasReadWithoutALocaleIsRefused() {
        complaint("shop: {scheme: github, secrets: [\"p\uFFFD\uFFFDssword\"]}")
                .startsWith("durahook.sources.shop.secrets[0] holds U+FFFD REPLACEMENT CHARACTER at character 2, which"
                        + " stands for a character that could not be read");
    }

    @Test
    void visibleCharactersAreAccepted() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "päss wörd \uD83D\uDE00\n");
        assertThat(source(file, "").verify(signedWith("päss wörd \uD83D\uDE00")))
                .isEqualTo(new Verified(0));
    }

    private Source source(Path file, String more) {
        return Declaration.source(
                "github: {scheme: github, secrets: [{file: '" + file + "'" + more + "}]}", InstantSource.system());
    }

    private static Delivery signedWith(String secret) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        try {
            return Deliveries.of(
                    "{}",
                    "X-Hub-Signature-256",
                    "sha256=" + Digests.hex(Digests.sha256(secret.getBytes(StandardCharsets.UTF_8), body)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
