package dev.durahook.signing.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.JsonBody;
import dev.durahook.signing.signer.Nonce;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;

/** Signs a timestamp and a token beside the event. */
final class MailgunSigner implements Signer {

    private static final int TOKEN = 25;

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        ObjectNode body = JsonBody.read(request.body());
        ObjectNode signature = body.withObjectProperty("signature");
        String token = JsonBody.text(signature, "token", Digests.hex(Nonce.bytes(TOKEN)));
        if (!token.matches("[0-9A-Za-z]{10,100}")) {
            throw new IllegalArgumentException(
                    "the id must have 10 to 100 letters and digits, because it is sent as Mailgun's token");
        }
        String timestamp = String.valueOf(now.getEpochSecond());
        signature.put("timestamp", timestamp);
        signature.put("signature", Digests.hex(Digests.hmacSha256(secret, timestamp + token)));
        return request.carrying(body.toString());
    }
}
