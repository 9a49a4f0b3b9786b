package dev.durahook.signing;

import dev.durahook.receiver.identity.IdRule;
import dev.durahook.receiver.identity.TypeRule;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of several forms of a provider's headers, such as the headers of Shopify's Events beside those of its webhooks.
 *
 * @param beginning the beginning of the names of its headers
 */
record HeaderForm(String beginning) {

    /** The scheme with the header names of this form before all other names, because the first name is written. */
    Scheme of(Scheme scheme) {
        SignatureRule rule = scheme.signing()
                .rule()
                .filter(signature -> signature.header().stream().anyMatch(this::isOfThisForm))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no header of the provider's signature has a name that begins with '" + beginning + "'"));
        return new Scheme(
                scheme.provider(),
                scheme.page(),
                signature(rule),
                scheme.verifier(),
                id(scheme.id()),
                type(scheme.type()),
                scheme.summary(),
                scheme.redeliveryWindow(),
                scheme.form(),
                scheme.events(),
                scheme.success(),
                scheme.handshakes(),
                scheme.guide(),
                scheme.headers(),
                scheme.publicSecrets());
    }

    private SignatureRule signature(SignatureRule rule) {
        TimestampRule timestamp = rule.timestamp();
        return new SignatureRule(
                rule.algorithm(),
                reordered(rule.header()),
                rule.separator(),
                rule.prefix(),
                rule.encoding(),
                rule.content(),
                rule.key(),
                rule.keyPrefix(),
                rule.acceptEmptyBody(),
                timestamp == null ? null : timestamp(timestamp),
                rule.repeatable());
    }

    private TimestampRule timestamp(TimestampRule rule) {
        return new TimestampRule(
                reordered(rule.header()),
                rule.separator(),
                rule.prefix(),
                rule.pointer(),
                rule.unit(),
                rule.tolerance());
    }

    private @Nullable IdRule id(@Nullable IdRule rule) {
        return rule == null
                ? null
                : new IdRule(
                        reordered(rule.header()),
                        rule.pointer(),
                        rule.parts(),
                        rule.optional(),
                        rule.bodyHash(),
                        rule.namedBy(),
                        rule.eachDelivery(),
                        rule.otherwise());
    }

    // If this form has no header for the type, the type is in the next place that the row names.
    private @Nullable TypeRule type(@Nullable TypeRule rule) {
        if (rule == null || rule.header().isEmpty()) {
            return rule;
        }
        Optional<TypeRule> next = rule.header().stream().anyMatch(this::isOfThisForm)
                ? Optional.empty()
                : rule.otherwise().stream().findFirst();
        return new TypeRule(
                next.map(TypeRule::header).orElse(reordered(rule.header())),
                next.map(TypeRule::pointer).orElse(rule.pointer()),
                List.of(),
                rule.fallback(),
                rule.kinds());
    }

    private List<String> reordered(List<String> names) {
        return Stream.concat(
                        names.stream().filter(this::isOfThisForm),
                        names.stream().filter(name -> !isOfThisForm(name)))
                .toList();
    }

    private boolean isOfThisForm(String name) {
        return name.regionMatches(true, 0, beginning, 0, beginning.length());
    }
}
