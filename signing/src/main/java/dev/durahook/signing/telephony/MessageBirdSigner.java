package dev.durahook.signing.telephony;

import static dev.durahook.signing.signer.Digests.utf8;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import dev.durahook.signing.signer.SortedForm;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.function.Function;

/**
 * Signs the time, a part of the URL and the hash of the body.
 *
 * @param address returns the part of the URL that is signed
 */
public record MessageBirdSigner(Function<ProviderRequest, String> address) implements Signer {

    /** Signs the query, sorted. */
    public static MessageBirdSigner ofQuery() {
        return new MessageBirdSigner(request ->
                request.query().map(query -> SortedForm.of(query).query()).orElse(""));
    }

    /** Signs the URL. */
    public static MessageBirdSigner ofUrl() {
        return new MessageBirdSigner(ProviderRequest::addressed);
    }

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        String timestamp = String.valueOf(now.getEpochSecond());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(utf8(timestamp + "\n" + address.apply(request) + "\n"));
        content.writeBytes(Digests.hash("SHA-256", request.body()));
        byte[] signature = Digests.hmac("HmacSHA256", utf8(secret), content.toByteArray());
        return request.with("MessageBird-Request-Timestamp", timestamp)
                .with("MessageBird-Signature", Digests.base64(signature));
    }
}
