package dev.durahook.receiver.source;

import dev.durahook.receiver.extraction.EventsRule;
import dev.durahook.receiver.handshake.HandshakeRule;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.identity.MessageKind;
import dev.durahook.receiver.identity.TypeRule;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.SetupGuide;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.signing.FormRule;
import dev.durahook.workflows.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The section about one provider.
 *
 * @param name the scheme's name
 * @param scheme the row of schemes.yml
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
        return "## " + scheme.provider() + "\n\n`scheme: " + name + "`" + page() + ".\n\n"
                + lines.map(line -> "- " + line + "\n").collect(Collectors.joining());
    }

    private String page() {
        return scheme.signing().isUnsigned() ? "" : ", described in [its documentation](" + scheme.page() + ")";
    }

    private Optional<String> deliveries() {
        return Optional.ofNullable(scheme.guide())
                .map(SetupGuide::deliveries)
                .map(link -> "Deliveries: each event in the Web UI links to the provider's page `" + link + "`.");
    }

    private String signed() {
        if (scheme.verifier() != null) {
            return signedInItsOwnWay()
                    + (scheme.signing().signsUrl()
                            ? " Declare `public-url`, exactly as it was entered at the sender."
                            : "");
        }
        SignatureRule rule = scheme.signature();
        return rule == null ? "nothing. Only this machine may post to such a source." : SignatureWords.of(rule);
    }

    private String signedInItsOwnWay() {
        SetupGuide guide = scheme.guide();
        return guide == null || guide.signed() == null ? "see the provider's documentation." : guide.signed();
    }

    private String timestamp() {
        Duration tolerance = scheme.signing().tolerance();
        if (tolerance == null) {
            return "not signed.";
        }
        return "signed" + inBody() + "; it may differ from the receiver's clock by " + PageWords.duration(tolerance)
                + ".";
    }

    private String inBody() {
        TimestampRule timestamp =
                scheme.signature() == null ? null : scheme.signature().timestamp();
        return timestamp == null || timestamp.pointer() == null ? "" : " in the body, at `" + timestamp.pointer() + "`";
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
        return types.isEmpty() ? "" : ". For example " + types;
    }

    // Characters that are not allowed in a type are replaced, so a handler's type may differ from the sender's text.
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
                : Optional.of("Headers: in addition to those of id and type, handlers see "
                        + scheme.headers().stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "))
                        + "; they are not signed.");
    }

    private Optional<String> form() {
        FormRule form = scheme.form();
        if (form == null) {
            return Optional.empty();
        }
        return Optional.of("Form: the event is the value of the form's only field `" + form.field() + "`; the"
                + " signature covers "
                + (form.signed() ? "this value." : "the whole form."));
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
        return Optional.of("Events: " + which + " contains several events, which are " + where
                + ". Each event starts a workflow; at most " + events.maximum() + " are accepted." + around(events));
    }

    private static String around(EventsRule events) {
        return events.envelope().isEmpty()
                ? ""
                : " Handlers also see the values around the event: `" + String.join("`, `", events.envelope()) + "`.";
    }

    private String redelivery() {
        Duration window = scheme.redeliveryWindow();
        SetupGuide guide = scheme.guide();
        String words = guide == null ? null : guide.redelivery();
        if (window == null) {
            return words == null ? "no published window was found." : words;
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
                ? status + ". No published time-out was found."
                : status + ". The provider waits for " + PageWords.duration(guide.timeout()) + ".";
    }

    private Optional<String> handshakes() {
        List<String> steps = scheme.handshakes().stream()
                .map(HandshakeRule::step)
                .filter(Objects::nonNull)
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of("Handshake: " + String.join(", ", steps) + "; answered by the receiver.");
    }

    private String setup() {
        SetupGuide guide = scheme.guide();
        return guide == null || guide.setup() == null ? "see the provider's page." : guide.setup();
    }

    private Optional<String> checked() {
        if (scheme.signing().isUnsigned()) {
            return Optional.empty();
        }
        return Optional.of(
                PublishedVectors.areThereOf(name)
                        ? "Tested: with published deliveries."
                        : "Tested: with a second, independent implementation; no published deliveries are known.");
    }
}
