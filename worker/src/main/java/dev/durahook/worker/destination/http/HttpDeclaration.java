package dev.durahook.worker.destination.http;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.connection.secret.SecretText;
import dev.durahook.worker.destination.http.client.Timeouts;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.signing.InvalidSecretException;
import dev.durahook.worker.destination.signing.SigningKey;
import dev.durahook.worker.destination.signing.SigningSecrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Checks an HTTP destination as it was declared. The message of every failed check names the key. */
final class HttpDeclaration {

    // The client counts milliseconds in an int.
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(24);

    // As long as the longest wait of a policy, because Temporal takes no duration over 10,000 years.
    private static final Duration LONGEST_WAIT = Duration.ofDays(36_500);

    private final DeclaredDestination<HttpDestinationProperties> declared;
    private final HttpDestinationProperties properties;

    HttpDeclaration(DeclaredDestination<HttpDestinationProperties> declared) {
        this.declared = declared;
        this.properties = declared.properties();
    }

    /**
     * Checks all values and returns the destination.
     *
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if a value is invalid
     */
    HttpDestination check(boolean blockPrivateNetworks) {
        return new HttpDestination(
                declared.name(),
                new DeclaredUrl(declared).check(blockPrivateNetworks),
                secrets(),
                forwarded(),
                ownHeaders(),
                timeouts(),
                retryAfterLimit(),
                properties.allowPrivateNetwork(),
                blockPrivateNetworks);
    }

    private SigningSecrets secrets() {
        boolean none =
                properties.secrets().isEmpty() && properties.secretFiles().isEmpty();
        switch (properties.signature()) {
            case NONE ->
                declared.require(
                        none,
                        "signature",
                        "must not be none if there are secrets: remove the secrets, or remove this key so that"
                                + " requests are signed");
            case STANDARD_WEBHOOKS ->
                declared.require(
                        !none,
                        "secrets",
                        "must be given, because requests are signed; write signature: none if the destination does"
                                + " not verify signatures");
        }
        SigningSecrets secrets = new SigningSecrets(
                fixedKeys(), properties.secretFiles().stream().map(Path::of).toList());
        try {
            secrets.keys();
        } catch (InvalidSecretException e) {
            throw declared.invalid(e.key(), e.problem());
        }
        return secrets;
    }

    private List<SigningKey> fixedKeys() {
        List<SigningKey> keys = new ArrayList<>();
        for (String secret : properties.secrets()) {
            try {
                keys.add(SigningKey.of(SecretText.lineIn(secret)));
            } catch (InvalidTextException e) {
                throw declared.invalid("secrets[" + keys.size() + "]", e.problem());
            }
        }
        return keys;
    }

    private List<String> forwarded() {
        List<String> names = properties.headers().stream()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            declared.require(
                    !names.get(i).endsWith("*"),
                    "headers[" + i + "]",
                    "ends with a star, which only the headers of a source may: name each header");
            declared.require(
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
            declared.require(
                    HeaderNames.mayBeDeclared(header.toLowerCase(Locale.ROOT)),
                    key,
                    "can't be set: it is not a valid header name, belongs to the connection, or is written by Durahook");
            declared.require(!value.isBlank(), key, "is empty: give it a value or leave it out");
            InvisibleCharacter.in(value).ifPresent(character -> {
                throw declared.invalid(key, character.problem());
            });
            declared.require(
                    HeaderNames.canCarry(value), key, "holds a character that no header can: use ASCII, on one line");
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
        declared.require(!limit.isNegative(), "retry-after-limit", "must be 0 (Retry-After is ignored) or longer");
        requireNotOver(LONGEST_WAIT, limit, "retry-after-limit");
        return limit;
    }

    private Duration positive(Duration duration, String key) {
        declared.require(duration.compareTo(Duration.ofMillis(1)) >= 0, key, "must be 1ms or longer");
        requireNotOver(LONGEST_TIMEOUT, duration, key);
        return duration;
    }

    private void requireNotOver(Duration limit, Duration duration, String key) {
        declared.require(duration.compareTo(limit) <= 0, key, "must not be longer than " + limit.toDays() + "d");
    }
}
