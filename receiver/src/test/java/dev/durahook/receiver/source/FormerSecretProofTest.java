package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.handshake.HandshakeResult.Answered;
import dev.durahook.receiver.signature.Digests;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.testsupport.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A challenge is answered with the secret that signed it: while a file's former content is valid, either may have. */
class FormerSecretProofTest {

    private static final String TOKEN = "qgg8vlvZRS6UYooatFL8Aw";
    private static final String BODY =
            "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"" + TOKEN + "\"}}";
    private static final String NOW = String.valueOf(Declaration.NOW.instant().getEpochSecond());

    @TempDir
    private Path folder;

    @Test
    void proofIsMadeWithTheSecretOfTheChallenge() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "former");
        Source zoom = Declaration.source("zoom: {scheme: zoom, secrets: [{file: '" + file + "', overlap: 24h}]}");
        Files.writeString(file, "new");
        Delivery challenge = challenge("new");
        Await.until("the file was read", () -> zoom.verify(challenge) instanceof Verified);

        assertThat(answer(zoom, "former")).contains(proof("former"));
        assertThat(answer(zoom, "new")).contains(proof("new"));
    }

    private static String answer(Source zoom, String secret) throws Exception {
        Delivery challenge = challenge(secret);
        Verified verified = (Verified) zoom.verify(challenge);
        return ((Answered) zoom.handshakes().signed(challenge, verified).orElseThrow())
                .reply()
                .body();
    }

    private static String proof(String secret) throws Exception {
        return "\"encryptedToken\":\"" + Digests.hex(Digests.sha256(Digests.bytes(secret), Digests.bytes(TOKEN)))
                + "\"";
    }

    private static Delivery challenge(String secret) throws Exception {
        byte[] signature = Digests.sha256(Digests.bytes(secret), Digests.bytes("v0:" + NOW + ":" + BODY));
        return Deliveries.of(BODY, "x-zm-request-timestamp", NOW, "x-zm-signature", "v0=" + Digests.hex(signature));
    }
}
