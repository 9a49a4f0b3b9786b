package dev.durahook.receiver.source;

import dev.durahook.receiver.handshake.Expected;
import dev.durahook.receiver.handshake.HandshakeRule;
import dev.durahook.receiver.handshake.Handshakes;
import dev.durahook.receiver.keys.Fetch;
import dev.durahook.receiver.signature.KeyForm;
import dev.durahook.receiver.signature.Secret;
import dev.durahook.receiver.signature.Secrets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the handshakes of sources. */
final class DeclaredHandshakes {

    private final Fetch fetch;

    DeclaredHandshakes(Fetch fetch) {
        this.fetch = fetch;
    }

    /**
     * The handshakes of a source.
     *
     * @throws InvalidSourceException if it declares what no handshake of its scheme uses
     */
    Handshakes of(SourceKeys keys, SourceProperties declared, Scheme scheme, Secrets secrets) {
        checkUsed(keys, "verify-token", declared.verifyToken() != null, scheme, rule -> rule.token() != null);
        checkUsed(keys, "topics", !declared.topics().isEmpty(), scheme, rule -> rule.topic() != null);
        Expected expected = new Expected(keys.own(), token(keys, declared.verifyToken()), declared.topics());
        return Handshakes.of(scheme.handshakes(), expected, secrets, fetch);
    }

    private static @Nullable Secret token(SourceKeys keys, @Nullable DeclaredSecret declared) {
        return declared == null
                ? null
                : keys.checking(
                        "verify-token",
                        () -> DeclaredSecrets.read(declared.text(), text -> KeyForm.TEXT.read(text, "")));
    }

    private static void checkUsed(
            SourceKeys keys, String key, boolean isDeclared, Scheme scheme, Predicate<HandshakeRule> uses) {
        if (isDeclared && scheme.handshakes().stream().noneMatch(uses)) {
            throw keys.invalid(key, "has no effect, because no handshake of the scheme uses it: remove it");
        }
    }
}
