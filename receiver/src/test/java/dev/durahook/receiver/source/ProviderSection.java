package dev.durahook.receiver.source;

import dev.durahook.receiver.handshake.HandshakeRule;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.workflows.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page says of one provider.
 *
 * @param name the scheme's name
 * @param scheme its row
 */
record ProviderSection(String name, Scheme scheme) {

    String text() {
        Stream<String> lines = Stream.of(
                        Optional.of("Signed: " + signed()),
                        Optional.of("Timestamp: " + timestamp()),
                        Optional.of("Event id: " + id()),
                        Optional.of("Event type: " + type()),
                        several(),
                        Optional.of("Redelivery: " + redelivery()),
                        Optional.of("Answer: " + answer()),
                        handshakes(),
                        Optional.of("Set up: " + setup()),
                        deliveries(),
                        checked())
                .flatMap(Optional::stream);
        return "## " + scheme.provider() + "\n\n`scheme: " + name + "`, by [its documentation](" + scheme.page()
                + ").\n\n" + lines.map(line -> "- " + line + "\n").collect(Collectors.joining());
    }

    private Optional<String> deliveries() {
        return Optional.ofNullable(scheme.guide())
                .map(Guide::deliveries)
                .map(link -> "Its deliveries, linked from each event in the Web UI: `" + link + "`.");
    }

    private String signed() {
        Mechanism verifier = scheme.verifier();
        if (verifier != null) {
            return signedInItsOwnWay()
                    + (verifier.signsUrl() ? " Declare `public-url`, exactly as it was entered at the sender." : "");
        }
        SignatureRule rule = scheme.signature();
        return rule == null ? "nothing. Only this machine may post to such a source." : SignatureWords.of(rule);
    }

    private String signedInItsOwnWay() {
        Guide guide = scheme.guide();
        return guide == null || guide.signed() == null ? "in a way of its own, see its documentation." : guide.signed();
    }

    private String timestamp() {
        Duration tolerance = tolerance();
        if (tolerance == null) {
            return "none is signed.";
        }
        return "signed; may be " + PageWords.duration(tolerance) + " off.";
    }

    private Duration tolerance() {
        SignatureRule rule = scheme.signature();
        if (rule != null) {
            TimestampRule timestamp = rule.timestamp();
            return timestamp == null ? null : timestamp.tolerance();
        }
        return scheme.verifier() == null ? null : scheme.verifier().tolerance();
    }

    private String id() {
        IdRule rule = scheme.idRule();
        if (rule.eachDelivery()) {
            return "none: every delivery is an event of its own, and one that is sent again is processed again.";
        }
        if (rule.bodyHash()) {
            return "none that is signed: the SHA-256 of the " + (scheme.events() == null ? "body" : "event's bytes")
                    + (scheme.typeRule().header().isEmpty() ? "" : " and the type") + ".";
        }
        return place(rule.header(), rule.pointer())
                + optional(rule)
                + (scheme.isIdSigned() ? ", signed." : ", **not signed**.");
    }

    private static String optional(IdRule rule) {
        return rule.optional().isEmpty()
                ? ""
                : " and, where it is there, `" + String.join("` and `", rule.optional()) + "`";
    }

    private String type() {
        TypeRule rule = scheme.typeRule();
        boolean isFixed = rule.header().isEmpty() && rule.pointer().isEmpty();
        if (isFixed) {
            return "always `" + rule.fallback() + "`.";
        }
        return place(rule.header(), rule.pointer())
                + (rule.fallback() == null ? "." : "; otherwise `" + rule.fallback() + "`.")
                + example();
    }

    private String example() {
        String written = CatalogueIdentityTest.typeOf(name);
        if (written.equals(scheme.typeRule().fallback())) {
            return "";
        }
        String type = EventType.of(name, written);
        return type.endsWith("." + written)
                ? " Such as `" + type + "`."
                : " Such as `" + type + "` for `" + written + "`.";
    }

    private String place(List<String> header, List<String> pointer) {
        return header.isEmpty()
                ? pointer.stream().map(one -> "`" + one + "`").collect(Collectors.joining(" and "))
                        + (scheme.events() == null ? " of the body" : " of the event")
                : "header " + PageWords.code(header);
    }

    private Optional<String> several() {
        EventsRule events = scheme.events();
        if (events == null) {
            return Optional.empty();
        }
        String where = events.pointer().isEmpty()
                ? "the elements of the body"
                : "the elements of `" + String.join("` and of their `", events.pointer()) + "`";
        return Optional.of("Events: a delivery carries several, " + where + ". Each is a workflow; at most "
                + events.maximum() + ".");
    }

    private String redelivery() {
        Duration window = scheme.redeliveryWindow();
        Guide guide = scheme.guide();
        String words = guide == null ? null : guide.redelivery();
        if (window == null) {
            return words == null ? "we found no published window." : words;
        }
        return "for up to " + PageWords.duration(window) + "; let the namespace retain workflows for longer."
                + (words == null ? "" : " " + words);
    }

    private String answer() {
        Reply success = scheme.success();
        String status =
                success == null ? "202, or 200 for an event that was stored before" : "always " + success.status();
        Guide guide = scheme.guide();
        return guide == null || guide.timeout() == null
                ? status + ". We found no published time-out."
                : status + ". The provider waits for " + PageWords.duration(guide.timeout()) + ".";
    }

    private Optional<String> handshakes() {
        List<String> steps = scheme.handshakes().stream()
                .map(HandshakeRule::step)
                .filter(Objects::nonNull)
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of("Handshake: " + String.join(", ", steps) + "; answered.");
    }

    private String setup() {
        Guide guide = scheme.guide();
        return guide == null || guide.setup() == null ? "see the provider's page." : guide.setup();
    }

    private Optional<String> checked() {
        if (scheme.isUnsigned()) {
            return Optional.empty();
        }
        return Optional.of(
                PublishedVectors.areThereOf(name)
                        ? "Checked: against deliveries that others published."
                        : "Checked: by a second, independent computation; we know of no published deliveries.");
    }
}
