package dev.durahook.examples.partner;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Verifies the deliveries of a partner that signs with a key for each day: the key is an HMAC of the date in UTC, made
 * with the shared secret, and the signature is an HMAC of the time and the body, made with that key.
 */
@Component
public final class PartnerVerifier implements Verifier {

    static final String SIGNATURE = "X-Partner-Signature";
    static final String TIME = "X-Partner-Time";

    @Override
    public String name() {
        return "partner";
    }

    @Override
    public Duration tolerance() {
        return Duration.ofMinutes(5);
    }

    @Override
    public List<String> headers() {
        return List.of(SIGNATURE, TIME);
    }

    @Override
    public Check check(VerifierInputs inputs) {
        return delivery -> {
            byte[] sent = bytes(HeaderElements.single(delivery.headers(), SIGNATURE));
            String time = HeaderElements.single(delivery.headers(), TIME);
            Instant signedAt = TimestampUnit.SECONDS.parse(time).orElseThrow(PartnerVerifier::noTime);
            inputs.freshness().check(signedAt);
            return inputs.secrets()
                    .matching(secret -> MessageDigest.isEqual(sent, signature(secret, signedAt, time, delivery)));
        };
    }

    @Override
    public String described(Delivery delivery) throws NotVerifiedException {
        return HeaderElements.single(delivery.headers(), TIME) + ".<body>";
    }

    private static byte[] signature(Secret secret, Instant signedAt, String time, Delivery delivery) {
        String day = signedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        Secret ofDay = new Secret(Algorithm.HMAC_SHA256.sign(secret, List.of(bytes(day))));
        return Encoding.HEX.encode(Algorithm.HMAC_SHA256.sign(ofDay, List.of(bytes(time + "."), delivery.body())));
    }

    private static NotVerifiedException noTime() {
        return new NotVerifiedException(Rejection.SIGNATURE_MALFORMED, TIME + " is not a time in seconds");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
