package dev.durahook.receiver.signature;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.configuration.RuleHeaders;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a provider signs: what is signed, with which algorithm, and where the signature is.
 *
 * @param algorithm hmac-sha1, hmac-sha256, hmac-sha384 or hmac-sha512; sha256 for a plain hash of content that includes
 *     the secret; equal for a token that is compared; ed25519 or ecdsa-p256-sha256, whose secret is the sender's public
 *     key
 * @param header the header that carries the signature; of several names, the first that was sent is used
 * @param separator separates the elements of the header; empty if the header holds one signature
 * @param prefix the beginning of a signature, such as sha256= or v1=; elements with another prefix are ignored
 * @param encoding how the signature is written: hex, hex-upper, base64, base64url (without padding) or text
 * @param content what is signed; {body}, {timestamp}, {url} (the source's public-url), {secret} and {header:name} are
 *     replaced by their values
 * @param key how secrets are written: text, base64 or hex
 * @param keyPrefix a prefix such as whsec_, which may precede a secret and is not part of its key; a version and a
 *     comma may precede the prefix, as in v1,whsec_
 * @param acceptEmptyBody whether a delivery with an empty body can be genuine
 * @param timestamp where the signed timestamp is, if there is one
 * @param repeatable whether a provider with several secrets sends each secret's signature in a separate header: the
 *     same header several times, or several of these headers. A proxy may have joined them with commas. Otherwise a
 *     header that was sent twice is refused
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

    /**
     * Checks the rule.
     *
     * @throws InvalidRuleException if the header is missing, or the content lacks the body, the secret or the timestamp
     */
    public SignatureRule {
        header = List.copyOf(header);
        if (header.isEmpty()) {
            throw new InvalidRuleException("has no header: name the header that carries the signature");
        }
        RuleHeaders.check(header);
        SignedContent signed = new SignedContent(content);
        checkSecret(algorithm, signed);
        checkTimestamp(algorithm, timestamp, signed.contains("timestamp"));
    }

    /** The same rule with another tolerance for its timestamp. */
    public SignatureRule tolerating(Duration tolerance) {
        if (timestamp == null) {
            throw new InvalidRuleException("has no effect, because the scheme signs no timestamp: remove it");
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
     * Reads a configured secret, which may be the sender's public key.
     *
     * @throws InvalidRuleException if the text is not valid; the message does not quote it
     */
    public Secret secret(String text) {
        Secret secret = key.read(text, keyPrefix);
        algorithm.checkSecret(secret);
        return secret;
    }

    /** Whether a header with these names is signed. */
    public boolean signsHeader(List<String> names) {
        return new SignedContent(content).contains("header:" + String.join(",", names));
    }

    /** Whether the URL is signed. */
    public boolean signsUrl() {
        return new SignedContent(content).contains("url");
    }

    /** Whether the body is signed. */
    public boolean signsBody() {
        return new SignedContent(content).contains("body");
    }

    /**
     * Whether an attacker can append to a captured delivery and compute its new signature: a plain hash can be
     * continued from its last state.
     */
    public boolean isExtendable() {
        return algorithm == Algorithm.SHA256 && content.endsWith("{body}");
    }

    /** The signatures in a delivery, at least one. */
    List<String> signatures(Headers headers) throws NotVerifiedException {
        HeaderElements elements = new HeaderElements(header, separator, prefix);
        return repeatable
                ? elements.readEvery(headers, Rejection.SIGNATURE_MISSING, hasNoComma())
                : elements.read(headers, Rejection.SIGNATURE_MISSING);
    }

    // Hex and base64 have none.
    private boolean hasNoComma() {
        return encoding != Encoding.TEXT && !prefix.contains(",");
    }

    // Without {secret} everyone could sign, and without {body} a captured signature would fit any body.
    private static void checkSecret(Algorithm algorithm, SignedContent signed) {
        if (!algorithm.isKeyed() && !signed.contains("secret")) {
            throw new InvalidRuleException(
                    "has a content without {secret}: add {secret}, because this algorithm uses the secret only there");
        }
        if (algorithm != Algorithm.EQUAL && !signed.contains("body")) {
            throw new InvalidRuleException(
                    "has a content without {body}: add it, or a captured signature would be valid for any body");
        }
    }

    private static void checkTimestamp(Algorithm algorithm, @Nullable TimestampRule timestamp, boolean isPlace) {
        boolean isInBody = timestamp != null && timestamp.isInBody();
        if (isInBody && isPlace) {
            throw new InvalidRuleException(
                    "has a content with {timestamp}, but the timestamp in the body is read only after"
                            + " verification: {body}"
                            + " includes it, so remove {timestamp} from content");
        }
        if (isInBody && algorithm == Algorithm.EQUAL) {
            throw new InvalidRuleException(
                    "declares a timestamp in the body, which this algorithm does not sign: remove it");
        }
        if (timestamp != null && !isInBody && !isPlace) {
            throw new InvalidRuleException("declares a timestamp that is not signed: add {timestamp} to content");
        }
        if (isPlace && timestamp == null) {
            throw new InvalidRuleException(
                    "has a content with {timestamp}, but does not say where the timestamp is: add the key timestamp");
        }
    }
}
