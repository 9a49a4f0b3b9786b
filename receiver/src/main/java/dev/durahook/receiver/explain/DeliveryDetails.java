package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.signing.SigningMethod;
import dev.durahook.receiver.source.RevealedSource;
import dev.durahook.receiver.text.Labels;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Details of a delivery, for an operator who compares them with what the sender did. */
final class DeliveryDetails {

    private static final int SHOWN = 200;
    private static final int SHOWN_OF_BODY = 60;

    private DeliveryDetails() {}

    static List<String> of(RevealedSource source, Capture capture) {
        List<String> facts = new ArrayList<>();
        SigningMethod signing = source.signing();
        Delivery seen = source.seen(capture.delivery());
        if (!signing.isUnsigned()) {
            facts.add("Computed over: " + computedOver(signing, seen));
            signing.algorithm().ifPresent(algorithm -> facts.add("Computed with: " + algorithm));
            signing.headers().forEach(names -> facts.addAll(sent(names, signing.showsHeaders(), seen)));
        }
        facts.add("Body: "
                + body(seen.body(), signing.showsSecret() && signing.headers().isEmpty()));
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

    private static String computedOver(SigningMethod signing, Delivery seen) {
        try {
            return oneLine(signing.described(seen), SHOWN);
        } catch (NotVerifiedException e) {
            return "nothing, because " + e.getMessage();
        }
    }

    private static List<String> sent(List<String> names, boolean isShown, Delivery delivery) {
        List<String> sent = names.stream()
                .flatMap(name -> delivery.headers().all(name).stream()
                        .map(value -> "Sent: " + name + ": " + shown(value, isShown)))
                .toList();
        return sent.isEmpty() ? List.of("Sent: no " + String.join(" or ", names) + others(delivery)) : sent;
    }

    // A header may contain the secret, a token with personal data, or a signature of it.
    private static String shown(String value, boolean isShown) {
        String length = value.length() + " characters";
        return isShown ? oneLine(value, SHOWN) + " (" + length + ")" : "<" + length + ">";
    }

    private static String others(Delivery delivery) {
        String similar = delivery.headers().names().stream()
                .filter(name -> name.matches(".*(sign|hmac|digest|token|auth).*"))
                .sorted()
                .collect(Collectors.joining(", "));
        return similar.isEmpty() ? "" : "; similar headers that were sent: " + similar;
    }

    // A hash of a short secret could be guessed.
    private static String body(byte[] body, boolean hasSecret) {
        if (hasSecret) {
            return body.length + " bytes, which are not shown because they contain the secret";
        }
        String begin = new String(body, 0, Math.min(body.length, SHOWN_OF_BODY), StandardCharsets.UTF_8);
        return body.length + " bytes, sha256 " + sha256(body) + ", begins with " + oneLine(begin, SHOWN_OF_BODY);
    }

    private static String sha256(byte[] body) {
        return new String(Hashes.sha256(body), StandardCharsets.US_ASCII);
    }

    private static String oneLine(String text, int limit) {
        String line = text.replace("\r", "\\r").replace("\n", "\\n");
        return line.length() <= limit ? line : line.substring(0, limit) + "...";
    }
}
