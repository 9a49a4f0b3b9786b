package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.KeyForm;
import dev.durahook.receiver.signature.Secret;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.SignatureVerifier;
import dev.durahook.receiver.signature.Verifier;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/**
 * Takes for what is refused at once the time that a wrong signature takes, so that time tells neither which sources are
 * declared nor how far a delivery got. Decision 8 says what that is worth.
 */
final class Decoy {

    /** That of a source which says nothing else. */
    private static final DataSize LIMIT = DataSize.ofBytes(2_000_000);

    private static final String HEADER = "Signature";
    private static final Headers FORGED = Headers.of(Map.of(HEADER, List.of("0".repeat(64))));

    private final Verifier verifier = verifier();

    /** Reads a request to nobody, and refuses it whatever it is. */
    void read(HttpServletRequest request) {
        try {
            verify(DeliveryReader.read(request, LIMIT));
        } catch (DeliveryProblem e) {
            // What is wrong with it is told to nobody.
        }
    }

    /** Computes a signature of a delivery, with a key that nobody has. */
    void verify(Delivery delivery) {
        verifier.verify(new Delivery(delivery.url(), FORGED, delivery.body()));
    }

    private static Verifier verifier() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        List<Secret> secrets = List.of(new Secret(key));
        SignatureRule rule = new SignatureRule(
                Algorithm.HMAC_SHA256,
                List.of(HEADER),
                "",
                "",
                Encoding.HEX,
                "{body}",
                KeyForm.TEXT,
                "",
                true,
                null,
                false);
        return new SignatureVerifier(rule, () -> secrets, InstantSource.system());
    }
}
