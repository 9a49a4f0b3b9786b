package dev.durahook.receiver.source;

import org.jspecify.annotations.Nullable;

/** Finds the scheme that a source declares: a row of the catalogue, one of its own, or none at all. */
final class SchemeChoice {

    private static final String OWN = "hmac";
    private static final String NONE = "none";

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
        return scheme.overriddenBy(declared.id(), declared.type());
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
