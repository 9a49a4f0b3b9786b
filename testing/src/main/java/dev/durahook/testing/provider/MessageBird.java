package dev.durahook.testing.provider;

import static dev.durahook.testing.provider.Digests.utf8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.function.Function;

/**
 * Signs the time, an address and the hash of the body.
 *
 * @param address the part of the address that is signed
 */
record MessageBird(Function<Request, String> address) implements Signer {

    /** Signs the query, sorted. */
    static MessageBird ofQuery() {
        return new MessageBird(
                request -> request.query().map(query -> Form.of(query).query()).orElse(""));
    }

    /** Signs the URL. */
    static MessageBird ofUrl() {
        return new MessageBird(Request::addressed);
    }

    @Override
    public Request sign(Request request, String secret, Instant now) {
        String timestamp = String.valueOf(now.getEpochSecond());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(utf8(timestamp + "\n" + address.apply(request) + "\n"));
        content.writeBytes(Digests.hash("SHA-256", request.body()));
        byte[] signature = Digests.hmac("HmacSHA256", utf8(secret), content.toByteArray());
        return request.with("MessageBird-Request-Timestamp", timestamp)
                .with("MessageBird-Signature", Digests.base64(signature));
    }
}
