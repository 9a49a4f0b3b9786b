package dev.durahook.receiver.source;

import dev.durahook.receiver.configuration.SourceKeys;
import dev.durahook.receiver.signing.SigningMethod;

/** Checks that {@code guarded-by} is declared if, and only if, the scheme can't verify its sender. */
final class GuardCheck {

    private GuardCheck() {}

    static void check(SourceKeys keys, SourceProperties declared, SigningMethod signing) {
        boolean needed = signing.needsGuard();
        if (needed && declared.guardedBy() == null) {
            throw keys.invalid(
                    "guarded-by",
                    "is missing: the scheme can't verify its sender; protect this source with mutual TLS, a list"
                            + " of the sender's"
                            + " addresses or a URL that only the sender knows, and set mutual-tls, address-list"
                            + " or secret-url");
        }
        if (!needed && declared.guardedBy() != null) {
            throw keys.invalid("guarded-by", "has no effect, because the scheme verifies its sender: remove it");
        }
    }
}
