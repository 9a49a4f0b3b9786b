package dev.durahook.receiver.provider;

import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider that signs as its documentation says. The signature is computed by the JDK alone, without the code under
 * test.
 *
 * @param scheme the provider's name in the catalogue
 * @param publicUrl the URL of its deliveries, if the provider signs the URL
 * @param secret a secret in the form of the configuration
 * @param otherSecret another secret, which must not verify
 * @param tolerance how many seconds old a delivery may be; 0 if its age is not limited
 * @param signed texts in the body or in the URL's query; a delivery with any change of them must be refused
 * @param signing makes a genuine request with a secret
 * @param externalKeys the provider's keys, if the receiver fetches them
 */
public record Provider(
        String scheme,
        @Nullable String publicUrl,
        String secret,
        String otherSecret,
        long tolerance,
        List<String> signed,
        Signing signing,
        @Nullable ExternalKeys externalKeys) {

    public static final String URL = "https://hooks.example.com/webhooks/shop";
    public static final Instant NOW = Declaration.NOW.instant();

    /** The request that a provider sends. */
    @FunctionalInterface
    interface Signing {
        Sent with(String secret) throws Exception;
    }

    public Sent sent() {
        return sent(secret);
    }

    public Sent sent(String otherOrSame) {
        try {
            return signing.with(otherOrSame);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The source that expects this provider. */
    public Source source(String... secrets) {
        return source(Declaration.NOW, secrets);
    }

    public Source source(InstantSource clock, String... secrets) {
        String url = publicUrl == null ? "" : ", public-url: '" + publicUrl + "'";
        String guard = List.of("salesforce", "strava").contains(scheme) ? ", guarded-by: secret-url" : "";
        String yaml =
                "shop: {scheme: %s, secrets: ['%s']%s%s}".formatted(scheme, String.join("', '", secrets), url, guard);
        return externalKeys == null ? Declaration.source(yaml, clock) : Declaration.source(yaml, clock, externalKeys);
    }

    /** The same provider with other secrets. */
    public Provider sharing(String oneSecret, String another) {
        return new Provider(scheme, publicUrl, oneSecret, another, tolerance, signed, signing, externalKeys);
    }

    @Override
    public String toString() {
        return scheme;
    }

    public static ExternalKeys unreachable() {
        return new ExternalKeys(
                (address, json) -> {
                    throw new java.io.IOException("no route");
                },
                (chain, at) -> {
                    throw new GeneralSecurityException("nobody");
                });
    }
}
