package dev.durahook.receiver.provider.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON Web Token signed by a provider. Its claims must not be trusted before the signature is verified. */
final class Jwt {

    private final SignedJWT token;
    private final JWTClaimsSet claims;

    private Jwt(SignedJWT token, JWTClaimsSet claims) {
        this.token = token;
        this.claims = claims;
    }

    /**
     * Parses a token.
     *
     * @throws NotVerifiedException if it is not a signed token in its exact encoding
     */
    static Jwt of(String text) throws NotVerifiedException {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (claims != null && isPlain(token.getHeader()) && isWrittenExactly(text, token)) {
                return new Jwt(token, claims);
            }
        } catch (ParseException | NullPointerException | IllegalArgumentException e) {
            // The library's parser throws unchecked exceptions as well, for example for the header null. The
            // exception's
            // message would quote the token; another one is thrown below.
        }
        throw Rejections.malformed("the token is not a signed JWT");
    }

    /**
     * The position of the secret with which the token was signed.
     *
     * @throws NotVerifiedException if no secret matches, or the algorithm is not an HMAC
     */
    int secretOf(Secrets secrets) throws NotVerifiedException {
        Algorithm algorithm = hmac(token.getHeader().getAlgorithm());
        List<byte[]> content = List.of(token.getSigningInput());
        byte[] sent = token.getSignature().decode();
        // The library's verifier refuses short secrets, which providers let their customers choose.
        return secrets.matching(secret -> MessageDigest.isEqual(sent, algorithm.sign(secret, content)));
    }

    /** Whether the token was signed with this key and ES256. */
    boolean isSignedBy(ECKey key) {
        try {
            return isEs256() && token.verify(new ECDSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    boolean isEs256() {
        return JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm());
    }

    /** The length of the signature in bytes. */
    int signatureLength() {
        return token.getSignature().decode().length;
    }

    /** The ID of the key in the header; not verified. */
    Optional<String> keyId() {
        return Optional.ofNullable(token.getHeader().getKeyID());
    }

    /** A claim, if it is a text. */
    Optional<String> text(String claim) {
        return claims.getClaim(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Instant> issuedAt() {
        return instant(claims.getIssueTime());
    }

    Optional<Instant> notBefore() {
        return instant(claims.getNotBeforeTime());
    }

    Optional<Instant> expiresAt() {
        return instant(claims.getExpirationTime());
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    // The specification requires that critical headers are understood, and this class understands none.
    private static boolean isPlain(JWSHeader header) {
        return header.getCriticalParams() == null && header.isBase64URLEncodePayload();
    }

    // The library's decoder ignores invalid Base64 characters, so that the same signature could be written in several
    // ways.
    private static boolean isWrittenExactly(String text, SignedJWT token) {
        Base64URL signature = token.getSignature();
        byte[] decoded = signature.decode();
        return decoded.length > 0
                && Base64URL.encode(decoded).equals(signature)
                && text.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    }

    private static Algorithm hmac(JWSAlgorithm named) throws NotVerifiedException {
        if (JWSAlgorithm.HS256.equals(named)) {
            return Algorithm.HMAC_SHA256;
        }
        if (JWSAlgorithm.HS384.equals(named)) {
            return Algorithm.HMAC_SHA384;
        }
        if (JWSAlgorithm.HS512.equals(named)) {
            return Algorithm.HMAC_SHA512;
        }
        throw Rejections.malformed("the token's algorithm is not an HMAC");
    }
}
