package dev.durahook.receiver.source;

import dev.durahook.receiver.configuration.SourceKeys;
import dev.durahook.receiver.extraction.EventsRule;
import dev.durahook.receiver.extraction.KeptHeaders;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the scheme of a source: a row of {@code schemes.yml}, a scheme in the source's configuration, or none. */
final class SchemeChoice {

    private static final String NONE = "none";

    private static final String CHOICES = """
            is missing: this scheme is for any sender, so the source must say what identifies an event. Use one of
              id.header: X-Request-Id - a header identifies the event, and is the same at each delivery
              id.pointer: /id - a field of the JSON or form body identifies the event; several fields are a list
              id.parts: [X-Tenant, /id] - headers and fields of the body identify the event together
              id.body-hash: true - no two events have the same bytes; id.named-by: /created_at is the field that differs
              id.each-delivery: true - bodies can repeat; an event that is delivered again is processed again
            If some deliveries lack these values, list under id.otherwise what to try next""";

    private final Schemes catalogue;

    SchemeChoice(Schemes catalogue) {
        this.catalogue = catalogue;
    }

    /** The scheme, with the rules for id and type that the source declares. */
    Scheme of(SourceKeys keys, SourceProperties declared) {
        String name = declared.scheme();
        if (name == null || name.isBlank()) {
            throw keys.invalid("scheme", "is missing: set how the sender signs; " + known());
        }
        checkOwn(keys, declared, name);
        Scheme scheme = declared.isCustom() ? own(keys, declared) : ofCatalogue(keys, name);
        if (name.equals(NONE)) {
            checkUnsigned(keys, declared);
        }
        Scheme chosen = scheme.overriddenBy(declared.id(), declared.type());
        checkNamed(keys, chosen);
        checkDistinct(keys, declared, chosen);
        return chosen;
    }

    // No default, because the hash of a body that repeats would silently lose genuine events, and only the team knows
    // its sender.
    private static void checkNamed(SourceKeys keys, Scheme chosen) {
        if (chosen.id() == null) {
            throw keys.invalid("id", CHOICES);
        }
        checkOpen(keys, "id", chosen.id().headers(), chosen);
        checkOpen(keys, "type", chosen.typeRule().headers(), chosen);
    }

    private static void checkDistinct(SourceKeys keys, SourceProperties declared, Scheme chosen) {
        EventsRule events = chosen.events();
        if (events != null) {
            boolean isOwn = declared.isCustom() && declared.id() == null;
            keys.checking(isOwn ? declared.customKey() + ".id" : "id", () -> {
                events.checkDistinct(chosen.idRule());
                return events;
            });
        }
    }

    // Temporal shows the id and the type unencrypted, and the type is also a metric label.
    private static void checkOpen(SourceKeys keys, String key, List<String> headers, Scheme chosen) {
        Set<String> credentials = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        credentials.addAll(chosen.signingHeaders());
        if (headers.stream().anyMatch(name -> credentials.contains(name) || KeptHeaders.isCredential(name))) {
            throw keys.invalid(key, "names a header that carries a signature or a credential: use another header");
        }
    }

    private Scheme ofCatalogue(SourceKeys keys, String name) {
        return catalogue.named(name).orElseThrow(() -> keys.invalid("scheme", "is not a known scheme; " + known()));
    }

    private static void checkOwn(SourceKeys keys, SourceProperties declared, String name) {
        if (declared.custom() != null && declared.hmac() != null) {
            throw keys.invalid("hmac", "is the former name of custom, which is declared as well: remove hmac");
        }
        if (declared.ownScheme() != null && !declared.isCustom()) {
            throw keys.invalid(
                    declared.customKey(), "has no effect with scheme: " + name + ": remove it, or use scheme: custom");
        }
    }

    private static Scheme own(SourceKeys keys, SourceProperties declared) {
        Scheme own = declared.ownScheme();
        if (own == null) {
            throw keys.invalid(
                    "custom", "is missing: describe how the sender signs, with the keys of a row of schemes.yml");
        }
        if (own.signing().isUnsigned()) {
            throw keys.invalid(
                    declared.customKey() + ".signature",
                    "is missing: describe where the signature is and what it signs, or name a verifier");
        }
        return own;
    }

    // An unused secret would suggest a protection that does not exist.
    private static void checkUnsigned(SourceKeys keys, SourceProperties declared) {
        if (!declared.secrets().isEmpty()) {
            throw keys.invalid("secrets", "has no effect with scheme: none: remove it, or use a scheme that signs");
        }
        if (!declared.secretFiles().isEmpty()) {
            throw keys.invalid(
                    "secret-files", "has no effect with scheme: none: remove it, or use a scheme that signs");
        }
        if (declared.publicUrl() != null) {
            throw keys.invalid("public-url", "has no effect with scheme: none: remove it");
        }
        if (declared.tolerance() != null) {
            throw keys.invalid("tolerance", "has no effect with scheme: none: remove it");
        }
    }

    private String known() {
        return "use one of custom, " + String.join(", ", catalogue.names());
    }
}
