package dev.durahook.receiver.source;

import dev.durahook.receiver.identity.IdPart;
import dev.durahook.receiver.identity.IdRule;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.SetupGuide;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Describes how the events of a scheme are identified.
 *
 * @param scheme the row of schemes.yml
 */
record IdentityWords(Scheme scheme) {

    /** Names the values that identify an event, says whether they are signed, and names the values to try otherwise. */
    String id() {
        if (scheme.id() == null) {
            return "what the source declares under `id`, which is required because this scheme is for any sender.";
        }
        String ways = scheme.idRule().inOrder().stream().map(this::way).collect(Collectors.joining("; otherwise "));
        SetupGuide guide = scheme.guide();
        return ways + "." + (guide == null || guide.identity() == null ? "" : " " + sentence(guide.identity()));
    }

    /** Says how the receiver treats an event that is delivered again. */
    String again() {
        if (scheme.id() == null) {
            return "depends on the declared `id`.";
        }
        List<IdRule> ways = scheme.idRule().inOrder();
        List<String> words = new ArrayList<>(
                ways.stream().map(IdentityWords::known).distinct().toList());
        IdRule last = ways.get(ways.size() - 1);
        if (!namesAll(last)) {
            words.add("processed again");
        }
        return String.join("; otherwise ", words) + ".";
    }

    // If the header is signed, a delivery without it is not verified, so every event has it.
    private boolean namesAll(IdRule rule) {
        boolean isSignedHeader = !rule.header().isEmpty() && scheme.isIdSigned(rule);
        return rule.eachDelivery() || (rule.bodyHash() && rule.namedBy().isEmpty()) || isSignedHeader;
    }

    /** Names the values that identify an event in a few words, for the table. */
    String brief() {
        if (scheme.id() == null) {
            return "what you declare";
        }
        IdRule rule = scheme.idRule();
        if (rule.eachDelivery()) {
            return "nothing: each delivery is new";
        }
        return rule.bodyHash() ? "its bytes" : "an id";
    }

    /** Whether this is signed, for the table. */
    String signed() {
        if (scheme.id() == null || scheme.idRule().eachDelivery()) {
            return "";
        }
        return scheme.isIdSigned() ? "yes" : "no";
    }

    private static String known(IdRule rule) {
        if (rule.eachDelivery()) {
            return "processed again";
        }
        return rule.bodyHash() ? "recognised by its bytes" : "recognised by its id";
    }

    private String way(IdRule rule) {
        if (rule.eachDelivery()) {
            return "none: each delivery is a separate event";
        }
        String signed = scheme.isIdSigned(rule) ? ", signed" : ", **not signed**";
        return rule.bodyHash() ? hash(rule) + signed + condition(rule) : values(rule) + signed;
    }

    private String values(IdRule rule) {
        String required = parts(rule.required(), " and ");
        String further = rule.further().isEmpty() ? "" : " and, if present, " + parts(rule.further(), ", ");
        boolean isInBody = rule.required().stream().anyMatch(IdPart::isInBody);
        return required + further + (isInBody ? " of the " + body() : "");
    }

    private String hash(IdRule rule) {
        List<String> hashed = new ArrayList<>();
        if (!scheme.typeRule().headers().isEmpty()) {
            hashed.add("the type");
        }
        rule.naming().stream()
                .filter(part -> !part.isInBody())
                .map(IdentityWords::part)
                .forEach(hashed::add);
        if (!scheme.envelope().isEmpty()) {
            hashed.add("`" + String.join("` and `", scheme.envelope()) + "` around it");
        }
        return "the hash of the " + body() + (hashed.isEmpty() ? "" : " with " + String.join(" and ", hashed));
    }

    private String condition(IdRule rule) {
        List<IdPart> fields = rule.naming().stream().filter(IdPart::isInBody).toList();
        boolean isList = fields.size() > 2;
        return fields.isEmpty()
                ? ""
                : ", if the " + body() + " has " + (isList ? "one of " : "") + parts(fields, isList ? ", " : " or ");
    }

    private String body() {
        return scheme.events() == null ? "body" : "event";
    }

    private static String parts(List<IdPart> parts, String separator) {
        return parts.stream().map(IdentityWords::part).collect(Collectors.joining(separator));
    }

    private static String part(IdPart part) {
        return part.isInBody()
                ? "`" + Objects.requireNonNull(part.pointer()) + "`"
                : "header " + PageWords.code(part.header());
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
