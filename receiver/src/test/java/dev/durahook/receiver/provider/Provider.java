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
 * A provider, as its documentation describes it: signs with the JDK alone, without the code under test.
 *
 * @param scheme its name in the catalogue
 * @param publicUrl where its deliveries are to go, if it signs that
 * @param secret a secret as it is configured
 * @param otherSecret another one
 * @param tolerance how many seconds old a delivery may be; 0 where nothing tells
 * @param signed texts in the body or behind the URL of which every change must be noticed
 * @param signing makes a genuine request with a secret
 * @param externalKeys where its keys are
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
