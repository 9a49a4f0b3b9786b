package dev.durahook.worker.destination;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.connection.secret.SecretText;
import dev.durahook.workflows.EventId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks a destination as it was declared. The message of every failed check names the key. */
final class HttpDeclaration {

    private final String name;
    private final HttpDestinationProperties properties;

    HttpDeclaration(String name, HttpDestinationProperties properties) {
        this.name = name;
        this.properties = properties;
    }

    /**
     * Checks all values and returns the destination.
     *
     * @throws InvalidDestinationException if a value is invalid
     */
    HttpDestination check(boolean blockPrivateNetworks) {
        // The name becomes part of a task queue's name, and of the keys in messages.
        require(
                EventId.isSourceName(name),
                null,
                "has a name that is none: use 1 to 50 lower-case letters, digits and hyphens");
        return new HttpDestination(
                name,
                new DeclaredUrl(properties, this::invalid).check(blockPrivateNetworks),
                secrets(),
                forwarded(),
                ownHeaders(),
                timeouts(),
                retryAfterLimit(),
                policy(),
                limits(),
                properties.allowPrivateNetwork());
    }

    private SigningSecrets secrets() {
        boolean none =
                properties.secrets().isEmpty() && properties.secretFiles().isEmpty();
        switch (properties.signature()) {
            case NONE -> require(none, "signature", "is none, but there are secrets: remove the one or the other");
            case STANDARD_WEBHOOKS ->
                require(
                        !none,
                        "secrets",
                        "must be given, for deliveries are signed; where nothing is verified, write signature: none");
        }
        SigningSecrets secrets = new SigningSecrets(
                fixedKeys(), properties.secretFiles().stream().map(Path::of).toList());
        try {
            secrets.keys();
        } catch (InvalidSecretException e) {
            throw invalid(e.key(), e.problem());
        }
        return secrets;
    }

    private List<SigningKey> fixedKeys() {
        List<SigningKey> keys = new ArrayList<>();
        for (String secret : properties.secrets()) {
            try {
                keys.add(SigningKey.of(SecretText.lineIn(secret)));
            } catch (InvalidSecretException e) {
                throw invalid("secrets[" + keys.size() + "]", e.problem());
            } catch (InvalidTextException e) {
                throw invalid("secrets[" + keys.size() + "]", e.problem());
            }
        }
        return keys;
    }

    private List<String> forwarded() {
        List<String> names = properties.headers().stream()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            require(
                    HeaderNames.mayBeForwarded(names.get(i)),
                    "headers[" + i + "]",
                    "can't be sent on: it is a credential, belongs to the connection, or is written by Durahook");
        }
        return names;
    }

    private Map<String, String> ownHeaders() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        properties.requestHeaders().forEach((header, value) -> {
            String key = "request-headers." + header;
            require(
                    HeaderNames.mayBeDeclared(header.toLowerCase(Locale.ROOT)),
                    key,
                    "can't be set: it is no header, belongs to the connection, or is written by Durahook");
            require(!value.isBlank(), key, "is empty: give it a value or leave it out");
            InvisibleCharacter.in(value).ifPresent(character -> {
                throw invalid(key, character.problem());
            });
            require(HeaderNames.canCarry(value), key, "holds a character that no header can: use ASCII, on one line");
            headers.put(header, value);
        });
        return headers;
    }

    private Timeouts timeouts() {
        return new Timeouts(
                positive(properties.connectTimeout(), "connect-timeout"),
                positive(properties.requestTimeout(), "request-timeout"),
                positive(properties.totalTimeout(), "total-timeout"));
    }

    private Duration retryAfterLimit() {
        Duration limit = properties.retryAfterLimit();
        require(!limit.isNegative(), "retry-after-limit", "must be 0 (Retry-After is ignored) or longer");
        return limit;
    }

    private String policy() {
        require(!properties.policy().isBlank(), "policy", "is empty: name a policy, or leave it out");
        return properties.policy();
    }

    private Limits limits() {
        Double rate = properties.requestsPerSecond();
        require(
                rate == null || (rate > 0 && Double.isFinite(rate)),
                "requests-per-second",
                "must be more than 0; leave it out for no limit");
        require(properties.concurrency() > 0, "concurrency", "must be 1 or more");
        return new Limits(properties.concurrency(), rate);
    }

    private Duration positive(Duration duration, String key) {
        require(duration.compareTo(Duration.ofMillis(1)) >= 0, key, "must be 1ms or longer");
        return duration;
    }

    private void require(boolean holds, @Nullable String key, String problem) {
        if (!holds) {
            throw invalid(key, problem);
        }
    }

    private InvalidDestinationException invalid(@Nullable String key, String problem) {
        String destination = DestinationBinding.KEY + "." + name;
        return new InvalidDestinationException(key == null ? destination : destination + "." + key, problem);
    }
}
