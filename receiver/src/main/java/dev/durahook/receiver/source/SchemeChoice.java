package dev.durahook.receiver.source;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the scheme that a source declares: a row of the catalogue, one of its own, or none at all. */
final class SchemeChoice {

    private static final String OWN = "hmac";
    private static final String NONE = "none";

    private static final String CHOICES = """
            is missing: this scheme fits any sender, so the source has to say what names an event. Choose one of
              id.header: X-Request-Id - a header names each event or delivery, the same again when it is delivered again
              id.pointer: /id - the body is JSON or a form and names the event; several pointers for several values
              id.parts: [X-Tenant, /id] - it takes headers and values of the body together
              id.body-hash: true - no two events have the same bytes; id.named-by: /created_at says what differs
              id.each-delivery: true - bodies can repeat, and what is delivered again may be processed again
            If not every delivery has it, list under id.otherwise what to try next""";

    private final Schemes catalogue;

    SchemeChoice(Schemes catalogue) {
        this.catalogue = catalogue;
    }

    /** The scheme, with the places of id and type that the source declares for itself. */
    Scheme of(SourceKeys keys, SourceProperties declared) {
        String name = declared.scheme();
        if (name == null || name.isBlank()) {
            throw keys.invalid("scheme", "is missing: say how the sender signs; " + known());
        }
        if (declared.hmac() != null && !name.equals(OWN)) {
            throw keys.invalid("hmac", "has no effect beside scheme: " + name + ": remove it, or say scheme: hmac");
        }
        Scheme scheme = name.equals(OWN) ? own(keys, declared.hmac()) : ofCatalogue(keys, name);
        if (name.equals(NONE)) {
            checkUnsigned(keys, declared);
        }
        Scheme chosen = scheme.overriddenBy(declared.id(), declared.type());
        checkNamed(keys, chosen);
        return chosen;
    }

    // The hash of a body that repeats would lose a genuine event in silence, and only the team knows its sender.
    private static void checkNamed(SourceKeys keys, Scheme chosen) {
        if (chosen.id() == null) {
            throw keys.invalid("id", CHOICES);
        }
        checkOpen(keys, "id", chosen.id().headers(), chosen);
        checkOpen(keys, "type", chosen.typeRule().headers(), chosen);
    }

    // Both are in the clear in Temporal, and a type is a label of metrics too.
    private static void checkOpen(SourceKeys keys, String key, List<String> headers, Scheme chosen) {
        Set<String> credentials = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        credentials.addAll(chosen.signingHeaders());
        credentials.add("Authorization");
        if (headers.stream().anyMatch(credentials::contains)) {
            throw keys.invalid(key, "names a header that carries a signature or a credential: name another");
        }
    }

    private Scheme ofCatalogue(SourceKeys keys, String name) {
        return catalogue.named(name).orElseThrow(() -> keys.invalid("scheme", "names no scheme; " + known()));
    }

    private static Scheme own(SourceKeys keys, @Nullable Scheme own) {
        if (own == null) {
            throw keys.invalid("hmac", "is missing: say how the sender signs, in the words of a row of schemes.yml");
        }
        if (own.signature() == null) {
            throw keys.invalid("hmac.signature", "is missing: say where the signature is and what it is computed of");
        }
        return own;
    }

    // A secret that nothing uses looks like protection.
    private static void checkUnsigned(SourceKeys keys, SourceProperties declared) {
        if (!declared.secrets().isEmpty()) {
            throw keys.invalid("secrets", "has no effect beside scheme: none: remove it, or name a scheme that signs");
        }
        if (!declared.secretFiles().isEmpty()) {
            throw keys.invalid(
                    "secret-files", "has no effect beside scheme: none: remove it, or name a scheme that signs");
        }
        if (declared.publicUrl() != null) {
            throw keys.invalid("public-url", "has no effect beside scheme: none: remove it");
        }
        if (declared.tolerance() != null) {
            throw keys.invalid("tolerance", "has no effect beside scheme: none: remove it");
        }
    }

    private String known() {
        return "known are hmac, " + String.join(", ", catalogue.names());
    }
}
