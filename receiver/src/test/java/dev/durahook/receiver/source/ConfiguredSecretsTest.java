package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConfiguredSecretsTest {

    @TempDir
    private Path folder;

    private Instant now = Instant.ofEpochSecond(1_700_000_000L);

    @Test
    void aSecretIsRotatedInItsFileWithoutARestart() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "old secret\n");
        Source source = source("secret-files: ['" + file + "']");
        assertThat(source.verify(signedWith("old secret"))).isEqualTo(new Verified(0));

        Files.writeString(file, "the new secret\n");

        Await.until("the new secret verifies", () -> verifies(source, "the new secret"));
        assertThat(source.verify(signedWith("old secret")))
                .isEqualTo(new Rejected(Rejection.SIGNATURE_MISMATCH, "1 signature(s) match none of 1 secret(s)"));
    }

    @Test
    void secretsInTheConfigurationComeBeforeSecretsInFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "third");
        Source source = source("secrets: [first, second], secret-files: ['" + file + "']");
        assertThat(source.verify(signedWith("first"))).isEqualTo(new Verified(0));
        assertThat(source.verify(signedWith("second"))).isEqualTo(new Verified(1));
        assertThat(source.verify(signedWith("third"))).isEqualTo(new Verified(2));
    }

    /** The example of the specification, with the secret written as Supabase shows it. */
    @Test
    void theVersionOfASignatureMayStandBeforeIt() {
        now = Instant.ofEpochSecond(1_614_265_330L);
        Source source = Declaration.source(
                "hooks: {scheme: standard-webhooks, secrets: ['v1,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']}",
                () -> now);
        assertThat(source.verify(Deliveries.of(
                        "{\"test\": 2432232314}",
                        "webhook-id",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "webhook-timestamp",
                        "1614265330",
                        "webhook-signature",
                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")))
                .isEqualTo(new Verified(0));
    }

    @Test
    void holdsFromItsBeginningToItsEnd() throws Exception {
        Source source = source("""
                secrets: [{value: old, name: blue, not-after: 2023-11-14T22:20:00Z}, \
                {value: new, name: green, not-before: 2023-11-14T22:15:00Z}]""");
        now = Instant.parse("2023-11-14T22:14:59.999Z");
        assertThat(source.verify(signedWith("old"))).isEqualTo(new Verified(0, "blue"));
        assertThat(source.verify(signedWith("new"))).isInstanceOf(Rejected.class);
        now = Instant.parse("2023-11-14T22:15:00Z");
        assertThat(source.verify(signedWith("old"))).isEqualTo(new Verified(0, "blue"));
        assertThat(source.verify(signedWith("new"))).isEqualTo(new Verified(1, "green"));
        now = Instant.parse("2023-11-14T22:20:00Z");
        assertThat(source.verify(signedWith("old"))).isInstanceOf(Rejected.class);
        assertThat(source.verify(signedWith("new"))).isEqualTo(new Verified(1, "green"));
    }

    @Test
    void nothingIsGenuineWhenTheLastOneHasExpiredAndTheLogSaysSoOnce(CapturedOutput output) throws Exception {
        Source source = source("secrets: [{value: old, not-after: 2023-11-14T22:20:00Z}]");
        now = Instant.parse("2023-11-14T22:20:00Z");
        Rejected rejected = new Rejected(Rejection.NO_VALID_SECRET, "no secret of the source is valid now");
        assertThat(source.verify(signedWith("old"))).isEqualTo(rejected);
        assertThat(source.verify(signedWith("any"))).isEqualTo(rejected);
        assertThat(output.getOut().lines().filter(line -> line.contains("Source github has no secret that is valid")))
                .singleElement()
                .asString()
                .contains("WARN");
    }

    @Test
    void secretInAFileHasANameAndOverlapsWithTheFormerSecret() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "old secret\n");
        Source source = source("secrets: [{file: '" + file + "', name: mounted, overlap: 10m}]");
        Source shorter = source("secrets: [{file: '" + file + "', overlap: 1s}]");
        Files.writeString(file, "new secret\n");
        Await.until("the new secret verifies", () -> verifies(source, "new secret"));
        assertThat(source.verify(signedWith("new secret"))).isEqualTo(new Verified(0, "mounted"));
        assertThat(source.verify(signedWith("old secret"))).isEqualTo(new Verified(0, "mounted"));
        Await.until("the overlap is over", () -> !verifies(shorter, "old secret"));
    }

    private static boolean verifies(Source source, String secret) {
        try {
            return source.verify(signedWith(secret)) instanceof Verified;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Source source(String secrets) throws IOException {
        return Declaration.source("github: {scheme: github, " + secrets + "}", () -> now);
    }

    private static Delivery signedWith(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "any"));
        byte[] signature = mac.doFinal("{}".getBytes(StandardCharsets.UTF_8));
        return Deliveries.of(
                "{}", "X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(signature));
    }
}
