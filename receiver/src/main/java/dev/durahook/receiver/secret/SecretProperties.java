package dev.durahook.receiver.secret;

import dev.durahook.receiver.configuration.InvalidRuleException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it is configured: a text, or a text or file with further keys. It is a separate type so that the text is
 * never printed: Spring's messages quote values, and records print their components.
 *
 * @param value the secret, as the sender's dashboard shows it
 * @param file a file that contains the secret, instead of value; read again when it changes, without a restart
 * @param name the secret's name in metrics and in the Web UI; by default its position in the list, from 1
 * @param notBefore when the secret becomes valid, such as 2027-01-31T12:00:00Z
 * @param notAfter when the secret becomes invalid
 * @param overlap how long the file's previous content stays valid after a change
 */
public record SecretProperties(
        @Nullable String value,
        @Nullable String file,
        @Nullable String name,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable Duration overlap) {

    // Numbers are used as positions, and "none" is the label of sources without a secret.
    private static final Pattern NAME = Pattern.compile("(?!none$)[a-z][a-z0-9-]{0,49}");

    /** Accepts any text. It is checked later, where a message can name the key without quoting the text. */
    public static SecretProperties of(String text) {
        return new SecretProperties(text, null, null, null, null, null);
    }

    /** A secret in a file, without further keys. */
    static SecretProperties in(String file) {
        return new SecretProperties(null, file, null, null, null, null);
    }

    /** The secret's text, for secrets that can't be in a file. */
    String text() {
        if (value == null) {
            throw new InvalidRuleException("must be a text, and can't be a file");
        }
        return value;
    }

    /**
     * The secret's name, or its position from 1.
     *
     * @param place the position in the source's list, from 0
     */
    String label(int place) {
        return name == null ? String.valueOf(place + 1) : name;
    }

    /** Whether the secret is valid at this time. */
    boolean isValid(Instant now) {
        return hasBegun(now) && !hasExpired(now);
    }

    boolean hasBegun(Instant now) {
        return notBefore == null || !now.isBefore(notBefore);
    }

    boolean hasExpired(Instant now) {
        return notAfter != null && !now.isBefore(notAfter);
    }

    /** How long the previous content stays valid after a change; zero by default. */
    Duration overlapOrNone() {
        return overlap == null ? Duration.ZERO : overlap;
    }

    /**
     * Checks the combination of keys.
     *
     * @throws InvalidRuleException with the remedy
     */
    void check() {
        if (Stream.of(value == null, file == null)
                        .filter(isMissing -> !isMissing)
                        .count()
                != 1) {
            throw new InvalidRuleException("must have either value or file");
        }
        if (name != null && !NAME.matcher(name).matches()) {
            throw new InvalidRuleException(
                    "has an invalid name: use 1 to 50 lower-case letters, digits and hyphens, beginning with a"
                            + " letter, and not none");
        }
        if (notBefore != null && notAfter != null && !notBefore.isBefore(notAfter)) {
            throw new InvalidRuleException("is never valid: not-after must be later than not-before");
        }
        checkOverlap();
    }

    private void checkOverlap() {
        if (overlap != null && file == null) {
            throw new InvalidRuleException(
                    "has an overlap, but is not in a file: remove the overlap, because only files can change");
        }
        if (overlap != null && overlap.isNegative()) {
            throw new InvalidRuleException("has a negative overlap: use a duration such as 10m");
        }
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
