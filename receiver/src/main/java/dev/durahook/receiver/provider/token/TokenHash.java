package dev.durahook.receiver.provider.token;

import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.verification.NotVerifiedException;

/** Checks a hash in a token against the content that it stands for. */
final class TokenHash {

    private static final String BODY = "payload_hash";

    private TokenHash() {}

    /** Checks that the claim is the SHA-256 of the content. */
    static void check(Jwt token, String claim, byte[] content) throws NotVerifiedException {
        String sent = token.text(claim).orElseThrow(() -> Rejections.missing(claim + " of the token"));
        if (!Hashes.same(sent, Hashes.sha256(content))) {
            throw Rejections.mismatch("the token's " + claim + " does not match the delivery");
        }
    }

    /** The same for the body. For an empty body, the token must have no hash. */
    static void checkBody(Jwt token, byte[] body) throws NotVerifiedException {
        if (body.length > 0) {
            check(token, BODY, body);
        } else if (token.text(BODY).isPresent()) {
            throw Rejections.mismatch("the token has the hash of a body, but the body is empty");
        }
    }
}
