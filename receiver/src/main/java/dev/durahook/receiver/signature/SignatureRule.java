package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Headers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a provider signs: what is signed, with what, and where the signature is.
 *
 * @param algorithm hmac-sha1, hmac-sha256, hmac-sha384 or hmac-sha512; sha256 for a plain hash of a content that
 *     holds the secret; equal for a token that is only compared; ed25519 or ecdsa-p256-sha256, where the secret is the
 *     sender's public key
 * @param header the header that carries the signature; of several names the first that was sent counts
 * @param separator what stands between the elements of the header; empty where it holds one signature
 * @param prefix what a signature begins with, such as sha256= or v1=; elements with another prefix are passed over
 * @param encoding how the signature is written: hex, hex-upper, base64, base64url (without padding) or text
 * @param content what is signed, with {body}, {timestamp}, {url} (the source's public-url), {secret} and
 *     {header:name} in place of what they name
 * @param key how a secret is written down: text, base64 or hex
 * @param keyPrefix what may stand before a secret and is no part of its key, such as whsec_; a version and a
 *     comma may stand before it, as in v1,whsec_
 * @param acceptEmptyBody whether an empty body can be genuine
 * @param timestamp where the signed timestamp is, if there is one
 * @param repeatable whether a provider with several secrets sends a signature by each in a header of its own: the
 *     same header several times, or several of these headers. Otherwise a header that comes twice is refused
 */
public record SignatureRule(
        @DefaultValue("hmac-sha256") Algorithm algorithm,
        @DefaultValue List<String> header,
        @DefaultValue("") String separator,
        @DefaultValue("") String prefix,
        @DefaultValue("hex") Encoding encoding,
        @DefaultValue("{body}") String content,
        @DefaultValue("text") KeyForm key,
        @DefaultValue("") String keyPrefix,
        @DefaultValue("false") boolean acceptEmptyBody,
        @Nullable TimestampRule timestamp,
        @DefaultValue("false") boolean repeatable) {

    public SignatureRule {
        header = List.copyOf(header);
        if (header.isEmpty()) {
            throw new InvalidRuleException("has no header: name the header that carries the signature");
        }
        SignedContent signed = new SignedContent(content);
        checkSecret(algorithm, signed);
        checkTimestamp(algorithm, timestamp, signed.holds("timestamp"));
    }

    /** The same rule with another tolerance for its timestamp. */
    public SignatureRule tolerating(Duration tolerance) {
        if (timestamp == null) {
            throw new InvalidRuleException("has no use here, because the scheme signs no timestamp: remove it");
        }
        return new SignatureRule(
                algorithm,
                header,
                separator,
                prefix,
                encoding,
                content,
                key,
                keyPrefix,
                acceptEmptyBody,
                timestamp.tolerating(tolerance),
                repeatable);
    }

    /**
     * The secret, or the sender's public key, that a text of the configuration stands for.
     *
     * @throws InvalidRuleException if it stands for none; the message does not quote it
     */
    public Secret secret(String text) {
        Secret secret = key.read(text, keyPrefix);
        algorithm.checkSecret(secret);
        return secret;
    }

    /** Whether the value of a header is part of what is signed. */
    public boolean signsHeader(List<String> names) {
        return new SignedContent(content).holds("header:" + String.join(",", names));
    }

    /** Whether the URL that the sender sends to is part of what is signed. */
    public boolean signsUrl() {
        return new SignedContent(content).holds("url");
    }

    /** Whether the body is part of what is signed. */
    public boolean signsBody() {
        return new SignedContent(content).holds("body");
    }

    /** Whether a delivery that was seen can be signed anew with something appended: a plain hash goes on where it ended. */
    public boolean isExtendable() {
        return algorithm == Algorithm.SHA256 && content.endsWith("{body}");
    }

    /** The signatures that a delivery carries, at least one. */
    List<String> signatures(Headers headers) throws NotVerifiedException {
        HeaderElements elements = new HeaderElements(header, separator, prefix);
        return repeatable
                ? elements.readEvery(headers, Rejection.SIGNATURE_MISSING)
                : elements.read(headers, Rejection.SIGNATURE_MISSING);
    }

    // Without the secret anybody can sign, and without the body any body can be sent with a captured signature.
    private static void checkSecret(Algorithm algorithm, SignedContent signed) {
        if (!algorithm.isKeyed() && !signed.holds("secret")) {
            throw new InvalidRuleException("signs a content without {secret}, which this algorithm needs there");
        }
        if (algorithm != Algorithm.EQUAL && !signed.holds("body")) {
            throw new InvalidRuleException("signs a content without {body}: anything could be sent in its name");
        }
    }

    private static void checkTimestamp(Algorithm algorithm, @Nullable TimestampRule timestamp, boolean isPlace) {
        boolean isInBody = timestamp != null && timestamp.isInBody();
        if (isInBody && isPlace) {
            throw new InvalidRuleException("signs {timestamp}, which is known only after the body was verified: {body}"
                    + " signs it, so remove {timestamp} from content");
        }
        if (isInBody && algorithm == Algorithm.EQUAL) {
            throw new InvalidRuleException("declares a timestamp in a body that is not signed: remove it");
        }
        if (timestamp != null && !isInBody && !isPlace) {
            throw new InvalidRuleException("declares a timestamp that is not signed: add {timestamp} to content");
        }
        if (isPlace && timestamp == null) {
            throw new InvalidRuleException("signs {timestamp} and does not say where it is: declare timestamp");
        }
    }
}
