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
                        Optional.of("Event id: " + new IdentityWords(scheme).id()),
                        Optional.of("Delivered again: " + new IdentityWords(scheme).again()),
                        Optional.of("Event type: " + type()),
                        form(),
                        several(),
                        headers(),
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
                .map(SetupGuide::deliveries)
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
        SetupGuide guide = scheme.guide();
        return guide == null || guide.signed() == null ? "in a way of its own, see its documentation." : guide.signed();
    }

    private String timestamp() {
        Duration tolerance = tolerance();
        if (tolerance == null) {
            return "none is signed.";
        }
        return "signed" + inBody() + "; may be " + PageWords.duration(tolerance) + " off.";
    }

    private String inBody() {
        TimestampRule timestamp =
                scheme.signature() == null ? null : scheme.signature().timestamp();
        return timestamp == null || timestamp.pointer() == null ? "" : " in the body, at `" + timestamp.pointer() + "`";
    }

    private Duration tolerance() {
        SignatureRule rule = scheme.signature();
        if (rule != null) {
            TimestampRule timestamp = rule.timestamp();
            return timestamp == null ? null : timestamp.tolerance();
        }
        return scheme.verifier() == null ? null : scheme.verifier().tolerance();
    }

    private String type() {
        TypeRule rule = scheme.typeRule();
        boolean isFixed = rule.header().isEmpty() && rule.pointer().isEmpty();
        if (isFixed) {
            return "always `" + name + "." + rule.fallback() + "`.";
        }
        String places = rule.inOrder().stream().map(this::place).collect(Collectors.joining("; otherwise "));
        return places + (rule.fallback() == null ? "" : "; otherwise `" + rule.fallback() + "`")
                + rule.kinds().stream().map(this::kind).collect(Collectors.joining()) + examples(rule) + ".";
    }

    private String kind(MessageKind kind) {
        return "; but `" + EventType.of(name, kind.type()) + "` if `" + kind.pointer() + "` matches `" + kind.matches()
                + "`";
    }

    private String examples(TypeRule rule) {
        String types = CatalogueExamples.types(name)
                .filter(type -> !type.equals(rule.fallback()))
                .limit(2)
                .map(this::example)
                .collect(Collectors.joining(" or "));
        return types.isEmpty() ? "" : ". Such as " + types;
    }

    // Characters that a type can't have are replaced, so that a handler is written for another text than the sender's.
    private String example(String written) {
        String type = EventType.of(name, written);
        return "`" + type + "`" + (type.endsWith("." + written) ? "" : " for `" + written + "`");
    }

    private String place(TypeRule rule) {
        return rule.header().isEmpty()
                ? rule.pointer().stream().map(one -> "`" + one + "`").collect(Collectors.joining(" and "))
                        + (scheme.events() == null ? " of the body" : " of the event")
                : "header " + PageWords.code(rule.header());
    }

    private Optional<String> headers() {
        return scheme.headers().isEmpty()
                ? Optional.empty()
                : Optional.of("Headers: besides those of id and type, handlers see "
                        + scheme.headers().stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "))
                        + "; not signed.");
    }

    private Optional<String> form() {
        FormRule form = scheme.form();
        if (form == null) {
            return Optional.empty();
        }
        return Optional.of("Form: the value of a form's only field `" + form.field() + "` is the event, and "
                + (form.signed() ? "what is signed." : "the form is what is signed."));
    }

    private Optional<String> several() {
        EventsRule events = scheme.events();
        if (events == null) {
            return Optional.empty();
        }
        String where = events.pointer().isEmpty()
                ? "the elements of the body"
                : "the elements of `" + String.join("` and of their `", events.pointer()) + "`";
        String which = events.mediaType() == null ? "a delivery" : "a delivery of `" + events.mediaType() + "`";
        return Optional.of("Events: " + which + " carries several, " + where + ". Each is a workflow; at most "
                + events.maximum() + "." + around(events));
    }

    private static String around(EventsRule events) {
        return events.envelope().isEmpty()
                ? ""
                : " Handlers see what is said around it: `" + String.join("`, `", events.envelope()) + "`.";
    }

    private String redelivery() {
        Duration window = scheme.redeliveryWindow();
        SetupGuide guide = scheme.guide();
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
        SetupGuide guide = scheme.guide();
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
        SetupGuide guide = scheme.guide();
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
