package dev.durahook.signing.keys;

import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.RefusedFetchException;
import dev.durahook.signing.signer.Digests;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys of Amazon SNS, PayPal and Plaid, made up for a test. A receiver fetches the real keys from the
 * provider, so it refuses deliveries that are signed with the made-up keys. To let the receiver fetch the made-up keys
 * instead, declare {@link #outside()} as a bean of the application under test.
 *
 * <pre>{@code
 * static final ProviderKeys KEYS = ProviderKeys.generate();
 *
 * @Bean
 * ExternalKeys outside() {
 *     return KEYS.outside();
 * }
 *
 * ProviderDelivery delivery = Deliveries.of("paypal").signedWith("the webhook's id", KEYS);
 * }</pre>
 *
 * <p>Generate the keys once, not for each test: it takes a second, and a receiver keeps the keys that it has fetched.
 */
public final class ProviderKeys {

    private static final int NOT_FOUND = 404;
    private static final Set<URI> CERTIFICATES =
            Set.of(URI.create(AwsSnsSigner.CERTIFICATE), URI.create(PayPalSigner.CERTIFICATE));

    private final CertifiedKey certified;
    private final KeyPair tokens = KeyPairs.p256();
    private final String tokenKeyId = UUID.randomUUID().toString();

    private ProviderKeys(CertifiedKey certified) {
        this.certified = certified;
    }

    /** Generates new keys, and a certificate with the JDK's keytool. */
    public static ProviderKeys generate() {
        return new ProviderKeys(
                CertifiedKey.forHosts(AwsSnsSigner.SIGNER, PayPalSigner.SIGNER, PayPalSigner.SANDBOX_SIGNER));
    }

    /**
     * The source of keys for a receiver, and the certificates that it must trust, instead of those of the providers. It
     * contains no other keys.
     */
    public ExternalKeys outside() {
        return new ExternalKeys(this::fetched, certified::check);
    }

    private byte[] fetched(URI address, byte @Nullable [] question) throws IOException {
        if (question != null) {
            return PublishedKey.answer(question, tokenKeyId, tokens.getPublic());
        }
        if (!CERTIFICATES.contains(address)) {
            throw new RefusedFetchException(NOT_FOUND);
        }
        return certified.pem();
    }

    String tokenKeyId() {
        return tokenKeyId;
    }

    byte[] signToken(byte[] content) {
        return Digests.signature("SHA256withECDSAinP1363Format", tokens.getPrivate(), content);
    }

    String sign(String content) {
        return Digests.base64(Digests.signature("SHA256withRSA", certified.key(), Digests.utf8(content)));
    }
}
