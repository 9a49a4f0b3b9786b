package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.ContentDescription;
import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.Verdict;
import dev.durahook.receiver.signature.Verdict.Rejected;
import dev.durahook.receiver.source.RevealedSource;
import dev.durahook.receiver.text.Labels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Details of a delivery, for an operator who compares them with what the sender did. */
final class DeliveryDetails {

    private static final int SHOWN = 200;
    private static final int SHOWN_OF_BODY = 60;

    private DeliveryDetails() {}

    static List<String> of(RevealedSource source, Capture capture) {
        List<String> facts = new ArrayList<>();
        SignatureRule rule = source.rule();
        Delivery seen = source.seen(capture.delivery());
        if (rule != null) {
            facts.add("Computed over: " + oneLine(ContentDescription.of(rule, seen), SHOWN));
            facts.add("Computed with: " + Labels.of(rule.algorithm()) + ", written as " + Labels.of(rule.encoding()));
            facts.addAll(sent(rule, seen));
        }
        Mechanism mechanism = source.mechanism();
        if (mechanism != null) {
            facts.add("Computed over: " + computedOver(mechanism, seen));
            mechanism.headers().forEach(name -> facts.add("Sent: " + sent(name, seen)));
        }
        facts.add("Body: " + body(seen.body()));
        source.secrets().forEach(secret -> facts.add("Secret " + secret.label() + ": " + secret.state()));
        capture.notes().forEach(note -> facts.add("Note: " + note));
        return facts;
    }

    /** A verdict in words. */
    static String said(Verdict verdict) {
        return verdict instanceof Rejected rejected
                ? Labels.of(rejected.reason()) + ": " + rejected.detail()
                : "it can't be decided right now";
    }

    private static String computedOver(Mechanism mechanism, Delivery seen) {
        try {
            return oneLine(mechanism.described(seen), SHOWN);
        } catch (NotVerifiedException e) {
            return "nothing, because " + e.getMessage();
        }
    }

    // A bearer token may be a secret or contain personal data, so only its length is shown.
    private static String sent(String name, Delivery seen) {
        return seen.headers()
                .single(name)
                .map(value -> name + ": <" + value.length() + " characters>")
                .orElse("no " + name + others(seen));
    }

    private static List<String> sent(SignatureRule rule, Delivery delivery) {
        Stream<String> names = rule.header().stream();
        List<String> sent = names.flatMap(name ->
                        delivery.headers().all(name).stream().map(value -> "Sent: " + name + ": " + shown(rule, value)))
                .toList();
        return sent.isEmpty() ? List.of("Sent: no " + String.join(" or ", rule.header()) + others(delivery)) : sent;
    }

    // If the scheme compares a token, the header may contain the secret.
    private static String shown(SignatureRule rule, String value) {
        return rule.algorithm() == Algorithm.EQUAL
                ? "<" + value.length() + " characters>"
                : oneLine(value, SHOWN) + " (" + value.length() + " characters)";
    }

    private static String others(Delivery delivery) {
        String similar = delivery.headers().names().stream()
                .filter(name -> name.matches(".*(sign|hmac|digest|token|auth).*"))
                .sorted()
                .collect(Collectors.joining(", "));
        return similar.isEmpty() ? "" : "; similar headers that were sent: " + similar;
    }

    private static String body(byte[] body) {
        String begin = new String(body, 0, Math.min(body.length, SHOWN_OF_BODY), StandardCharsets.UTF_8);
        return body.length + " bytes, sha256 " + sha256(body) + ", begins with " + oneLine(begin, SHOWN_OF_BODY);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }

    private static String oneLine(String text, int limit) {
        String line = text.replace("\r", "\\r").replace("\n", "\\n");
        return line.length() <= limit ? line : line.substring(0, limit) + "...";
    }
}
