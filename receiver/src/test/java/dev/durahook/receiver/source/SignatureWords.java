package dev.durahook.receiver.source;

import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.SignatureRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes a signature rule. */
final class SignatureWords {

    private static final Pattern PART = Pattern.compile("\\{([^{}]+)}|[^{]+");
    private static final String HEADER = "header:";

    private SignatureWords() {}

    static String of(SignatureRule rule) {
        if (rule.algorithm() == Algorithm.EQUAL) {
            return "nothing. The sender sends the secret in " + place(rule)
                    + ". An attacker who has captured a delivery can send any other delivery.";
        }
        return content(rule.content()) + ". " + name(rule.algorithm()) + " in " + encoding(rule.encoding()) + ", in "
                + place(rule) + "." + keyed(rule.algorithm()) + repeated(rule) + addressed(rule);
    }

    private static String keyed(Algorithm algorithm) {
        return switch (algorithm) {
            case ED25519, ECDSA_P256_SHA256 -> " The secret is the sender's public key.";
            case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512, SHA256, EQUAL -> "";
        };
    }

    private static String content(String template) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(template);
        while (part.find()) {
            parts.add(part.group(1) == null ? "`" + part.group() + "`" : named(part.group(1)));
        }
        return String.join(" + ", parts);
    }

    private static String named(String place) {
        return switch (place) {
            case "body" -> "the body";
            case "timestamp" -> "the timestamp";
            case "url" -> "the URL";
            case "secret" -> "the secret";
            default ->
                "the header "
                        + PageWords.code(
                                List.of(place.substring(HEADER.length()).split(",")));
        };
    }

    private static String place(SignatureRule rule) {
        String header = PageWords.code(rule.header());
        return rule.prefix().isEmpty() ? header : header + " after `" + rule.prefix() + "`";
    }

    private static String repeated(SignatureRule rule) {
        return rule.repeatable() ? " The header may be sent several times, once for each of several secrets." : "";
    }

    private static String addressed(SignatureRule rule) {
        return rule.signsUrl() ? " Declare `public-url`, exactly as it was entered at the sender." : "";
    }

    private static String name(Algorithm algorithm) {
        return switch (algorithm) {
            case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512 ->
                algorithm.name().replace("_", "-");
            case SHA256 -> "Plain SHA-256";
            case EQUAL -> "The text itself";
            case ED25519 -> "Ed25519";
            case ECDSA_P256_SHA256 -> "ECDSA on P-256 with SHA-256";
        };
    }

    private static String encoding(Encoding encoding) {
        return switch (encoding) {
            case HEX_UPPER -> "upper-case hex";
            case HEX, BASE64, BASE64URL, TEXT -> encoding.name().toLowerCase(Locale.ROOT);
        };
    }
}
