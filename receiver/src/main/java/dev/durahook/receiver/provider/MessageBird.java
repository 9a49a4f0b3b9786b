package dev.durahook.receiver.provider;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Check;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.Freshness;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.Rejection;
import dev.durahook.receiver.signature.Secrets;
import dev.durahook.receiver.signature.TimestampUnit;
import java.util.List;

/**
 * MessageBird's first signature, and Bird's under the same names: of the time, an address and the hash of the body. They
 * differ in what they take for the address.
 *
 * @param secrets the signing keys
 * @param freshness how old the timestamp may be
 * @param address what is signed of the address
 */
record MessageBird(Secrets secrets, Freshness freshness, Address address) implements Check {

    static final String SIGNATURE = "MessageBird-Signature";
    static final String TIMESTAMP = "MessageBird-Request-Timestamp";

    static final Address QUERY = SortedQuery::of;
    static final Address URL = url -> url;

    /** A part of the address. */
    @FunctionalInterface
    interface Address {
        String of(String url) throws NotVerifiedException;
    }

    /** MessageBird signs the query, sorted. */
    static MessageBird ofQuery(Parts parts) {
        return new MessageBird(parts.secrets(), parts.freshness(), QUERY);
    }

    /** Bird signs the URL as it was entered there. */
    static MessageBird ofUrl(Parts parts) {
        return new MessageBird(parts.secrets(), parts.freshness(), URL);
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        String sent = HeaderElements.single(delivery.headers(), SIGNATURE);
        String timestamp = HeaderElements.single(delivery.headers(), TIMESTAMP);
        if (delivery.body().length == 0) {
            throw new NotVerifiedException(Rejection.BODY_EMPTY, "the body is empty");
        }
        freshness.check(TimestampUnit.SECONDS
                .parse(timestamp)
                .orElseThrow(() -> Texts.malformed("the timestamp is not of the form SECONDS")));
        List<byte[]> content = List.of(
                Texts.utf8(timestamp + "\n" + address.of(delivery.url()) + "\n"),
                Texts.digest("SHA-256", delivery.body()));
        return secrets.matching(
                secret -> Texts.same(sent, Encoding.BASE64.encode(Algorithm.HMAC_SHA256.sign(secret, content))));
    }

    /** What is signed of a delivery, with this as its address. */
    static Description described(Address address) {
        return delivery -> HeaderElements.single(delivery.headers(), TIMESTAMP) + "\n" + address.of(delivery.url())
                + "\n<SHA-256 of the body>";
    }
}
