package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes the signed content for an operator who compares it with what the sender signed. Secrets are never shown.
 */
public final class ContentDescription {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final String HEADER = "header:";

    private ContentDescription() {}

    /** The rule's content template with values from the delivery. The body and the secret appear only by name. */
    public static String of(SignatureRule rule, Delivery delivery) {
        return PLACE.matcher(rule.content()).replaceAll(place -> Matcher.quoteReplacement(at(place, rule, delivery)));
    }

    private static String at(MatchResult match, SignatureRule rule, Delivery delivery) {
        String place = match.group(1);
        TimestampRule timestamp = rule.timestamp();
        if (place.equals("timestamp") && timestamp != null) {
            return read(
                    new HeaderElements(timestamp.header(), timestamp.separator(), timestamp.prefix()), place, delivery);
        }
        if (place.startsWith(HEADER)) {
            List<String> names = List.of(place.substring(HEADER.length()).split(","));
            return read(new HeaderElements(names, "", ""), place, delivery);
        }
        return place.equals("url") ? delivery.url() : "<" + place + ">";
    }

    private static String read(HeaderElements elements, String place, Delivery delivery) {
        try {
            return elements.read(delivery.headers(), Rejection.SIGNATURE_MISSING)
                    .get(0);
        } catch (NotVerifiedException e) {
            return "<no " + place + ">";
        }
    }
}
