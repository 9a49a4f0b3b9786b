package dev.durahook.receiver.provider.request;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Description;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.util.List;

/**
 * Verifies the HMAC signatures of MessageBird and Bird, over a timestamp, a part of the URL and a hash of the body.
 * Both use the same header names, but MessageBird signs the query and Bird the whole URL.
 *
 * @param secrets the signing keys
 * @param freshness how old the timestamp may be
 * @param address selects the signed part of the URL
 */
record MessageBird(Secrets secrets, Freshness freshness, Address address) implements Check {

    static final String SIGNATURE = "MessageBird-Signature";
    static final String TIMESTAMP = "MessageBird-Request-Timestamp";

    static final Address QUERY = SortedQuery::of;
    static final Address URL = url -> url;

    /** The signed part of a URL. */
    @FunctionalInterface
    interface Address {
        String of(String url) throws NotVerifiedException;
    }

    /** For MessageBird, which signs the sorted query. */
    static MessageBird ofQuery(VerifierInputs inputs) {
        return new MessageBird(inputs.secrets(), inputs.freshness(), QUERY);
    }

    /** For Bird, which signs the URL as it was entered there. */
    static MessageBird ofUrl(VerifierInputs inputs) {
        return new MessageBird(inputs.secrets(), inputs.freshness(), URL);
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        String sent = HeaderElements.single(delivery.headers(), SIGNATURE);
        String timestamp = HeaderElements.single(delivery.headers(), TIMESTAMP);
        Rejections.requireBody(delivery.body());
        freshness.check(TimestampUnit.SECONDS
                .parse(timestamp)
                .orElseThrow(() -> Rejections.malformed("the timestamp is not in seconds")));
        List<byte[]> content = List.of(
                Hashes.utf8(timestamp + "\n" + address.of(delivery.url()) + "\n"),
                Hashes.digest("SHA-256", delivery.body()));
        return secrets.matching(
                secret -> Hashes.same(sent, Encoding.BASE64.encode(Algorithm.HMAC_SHA256.sign(secret, content))));
    }

    /**
     * Describes the signed content.
     *
     * @param address selects the signed part of the URL
     */
    static Description described(Address address) {
        return delivery -> HeaderElements.single(delivery.headers(), TIMESTAMP) + "\n" + address.of(delivery.url())
                + "\n<SHA-256 of the body>";
    }
}
