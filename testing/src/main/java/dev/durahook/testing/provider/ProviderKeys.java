package dev.durahook.testing.provider;

import dev.durahook.receiver.keys.ExternalKeys;
import dev.durahook.receiver.keys.RefusedFetchException;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys of Amazon SNS, PayPal and Plaid, made up for a test. A receiver fetches the real ones from the provider
 * itself, so it refuses what these sign unless it is made to ask here: declare {@link #outside()} as a bean of the
 * application under test.
 *
 * <pre>{@code
 * static final ProviderKeys KEYS = ProviderKeys.generate();
 *
 * @Bean
 * ExternalKeys outside() {
 *     return KEYS.outside();
 * }
 *
 * TestDelivery delivery = Deliveries.of("paypal").signedWith("the webhook's id", KEYS);
 * }</pre>
 *
 * <p>Make them once, not for each test: it takes a second, and a receiver keeps what it fetched.
 */
public final class ProviderKeys {

    private static final int NOT_FOUND = 404;
    private static final Set<URI> CERTIFICATES = Set.of(URI.create(AwsSns.CERTIFICATE), URI.create(PayPal.CERTIFICATE));

    private final Certified certified;
    private final KeyPair tokens = KeyPairs.p256();
    private final String tokenKeyId = UUID.randomUUID().toString();

    private ProviderKeys(Certified certified) {
        this.certified = certified;
    }

    /** Makes new keys, and with the JDK's keytool a certificate. */
    public static ProviderKeys generate() {
        return new ProviderKeys(Certified.as(AwsSns.SIGNER, PayPal.SIGNER, PayPal.SANDBOX_SIGNER));
    }

    /** What a receiver has to ask for keys, and whom it has to believe, instead of the providers. Nothing else is there. */
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
