package dev.durahook.receiver.source;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.configuration.SourceKeys;
import dev.durahook.receiver.handshake.HandshakeRule;
import dev.durahook.receiver.handshake.HandshakeSettings;
import dev.durahook.receiver.handshake.Handshakes;
import dev.durahook.receiver.keys.https.Fetch;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.secret.ConfiguredSecrets;
import dev.durahook.receiver.secret.SecretProperties;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Verification;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Creates the handshakes of sources from their configuration. */
final class HandshakeFactory {

    private final InstantSource clock;

    HandshakeFactory(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The handshakes of a source.
     *
     * @param verifications how the source verifies its deliveries with these or other secrets
     * @param fetch visits the addresses that confirm the source's subscriptions
     * @throws InvalidSourceException if the source declares a key that no handshake of its scheme uses
     */
    Handshakes of(
            SourceKeys keys,
            SourceProperties declared,
            Scheme scheme,
            Secrets secrets,
            Function<Secrets, Verification> verifications,
            Fetch fetch) {
        checkUsed(keys, "verify-token", declared.verifyToken() != null, scheme, rule -> rule.token() != null);
        checkUsed(keys, "topics", !declared.topics().isEmpty(), scheme, rule -> rule.topic() != null);
        HandshakeSettings settings =
                new HandshakeSettings(keys.own(), token(keys, declared.verifyToken()), declared.topics());
        return Handshakes.of(scheme.handshakes(), settings, secrets, verifications, fetch);
    }

    private @Nullable Secrets token(SourceKeys keys, @Nullable SecretProperties declared) {
        return declared == null ? null : ConfiguredSecrets.token(keys, "verify-token", declared, clock);
    }

    private static void checkUsed(
            SourceKeys keys, String key, boolean isDeclared, Scheme scheme, Predicate<HandshakeRule> uses) {
        if (isDeclared && scheme.handshakes().stream().noneMatch(uses)) {
            throw keys.invalid(key, "has no effect, because no handshake of the scheme uses it: remove it");
        }
    }
}
