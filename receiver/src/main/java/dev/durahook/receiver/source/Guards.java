package dev.durahook.receiver.source;

import dev.durahook.receiver.provider.Mechanism;

/** Sees to it that nobody takes for verified what is not, and that nobody says so in vain. */
final class Guards {

    private Guards() {}

    static void check(SourceKeys keys, SourceProperties declared, Scheme scheme) {
        Mechanism verifier = scheme.verifier();
        boolean needed = verifier != null && verifier.needsGuard();
        if (needed && declared.guardedBy() == null) {
            throw keys.invalid(
                    "guarded-by",
                    "is missing: the scheme verifies nobody; put mutual TLS, a list of the sender's addresses or a URL that only"
                            + " the sender knows in front of this source, and say mutual-tls, address-list or secret-url");
        }
        if (!needed && declared.guardedBy() != null) {
            throw keys.invalid("guarded-by", "has no effect, because the scheme verifies its sender: remove it");
        }
    }
}
