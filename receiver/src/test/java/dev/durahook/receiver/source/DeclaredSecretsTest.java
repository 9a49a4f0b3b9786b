package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Rejection;
import dev.durahook.receiver.signature.Verdict.Rejected;
import dev.durahook.receiver.signature.Verdict.Verified;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredSecretsTest {

    @TempDir
    private Path folder;

    private Instant now = Instant.ofEpochSecond(1_700_000_000L);

    @Test
    void aSecretIsRotatedInItsFileWithoutARestart() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "old secret\n");
        Source source = source("secret-files: ['" + file + "']");
        assertThat(source.verify(signedWith("old secret"))).isEqualTo(new Verified(0));

        Files.writeString(file, "the new secret\n");
        now = now.plusSeconds(1);

        assertThat(source.verify(signedWith("the new secret"))).isEqualTo(new Verified(0));
        assertThat(source.verify(signedWith("old secret")))
                .isEqualTo(new Rejected(Rejection.SIGNATURE_MISMATCH, "1 signature(s) match none of 1 secret(s)"));
    }

    @Test
    void thoseInTheConfigurationComeBeforeThoseInFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "third");
        Source source = source("secrets: [first, second], secret-files: ['" + file + "']");
        assertThat(source.verify(signedWith("first"))).isEqualTo(new Verified(0));
        assertThat(source.verify(signedWith("second"))).isEqualTo(new Verified(1));
        assertThat(source.verify(signedWith("third"))).isEqualTo(new Verified(2));
    }

    private Source source(String secrets) throws IOException {
        return Declaration.source("github: {scheme: github, " + secrets + "}", () -> now);
    }

    private static Delivery signedWith(String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "any"));
        byte[] signature = mac.doFinal("{}".getBytes(StandardCharsets.UTF_8));
        return Deliveries.of(
                "{}", "X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(signature));
    }
}
