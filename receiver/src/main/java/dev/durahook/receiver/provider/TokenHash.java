package dev.durahook.receiver.provider;

import dev.durahook.receiver.signature.NotVerifiedException;

/** The hash, in a token, of what the token does not hold itself. */
final class TokenHash {

    private static final String BODY = "payload_hash";

    private TokenHash() {}

    /** Lets pass what the token names the SHA-256 of. */
    static void check(Jwt token, String claim, byte[] content) throws NotVerifiedException {
        String sent = token.text(claim).orElseThrow(() -> Texts.missing(claim + " of the token"));
        if (!Texts.same(sent, Texts.sha256(content))) {
            throw Texts.mismatch("the token's " + claim + " is that of something else");
        }
    }

    /** The same for a body, of which an empty one has no hash. */
    static void checkBody(Jwt token, byte[] body) throws NotVerifiedException {
        if (body.length > 0) {
            check(token, BODY, body);
        } else if (token.text(BODY).isPresent()) {
            throw Texts.mismatch("the token names the hash of a body, and there is none");
        }
    }
}
