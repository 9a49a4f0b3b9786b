package dev.durahook.receiver.source;

import dev.durahook.receiver.signature.InvalidRuleException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it was written into the configuration: its text alone, or what else is to be said of it. Its text is never
 * shown, unlike that of other keys: a message about a configuration quotes values, and a record prints what it holds.
 *
 * @param value the secret, as the sender's dashboard shows it
 * @param file a file that holds the secret instead; read again when it changes, without a restart
 * @param name what the secret is called in metrics and in the Web UI; by default its place in the list, from 1
 * @param notBefore the moment from which on it verifies, such as 2027-01-31T12:00:00Z
 * @param notAfter the moment from which on it verifies no more
 * @param overlap how long the content of the file before a change still verifies beside the new one
 */
public record DeclaredSecret(
        @Nullable String value,
        @Nullable String file,
        @Nullable String name,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable Duration overlap) {

    // A number would be taken for a place, and none says that there is no secret.
    private static final Pattern NAME = Pattern.compile("(?!none$)[a-z][a-z0-9-]{0,49}");

    /** Takes any text: it is checked where a message can name its key without quoting it. */
    public static DeclaredSecret of(String text) {
        return new DeclaredSecret(text, null, null, null, null, null);
    }

    /** Nothing but a file. */
    static DeclaredSecret in(String file) {
        return new DeclaredSecret(null, file, null, null, null, null);
    }

    /** The secret that is written here. */
    String text() {
        if (value == null) {
            throw new InvalidRuleException("must be written here: give it as a text");
        }
        return value;
    }

    /** Whether it verifies at this moment. */
    boolean holds(Instant now) {
        return hasBegun(now) && !hasExpired(now);
    }

    boolean hasBegun(Instant now) {
        return notBefore == null || !now.isBefore(notBefore);
    }

    boolean hasExpired(Instant now) {
        return notAfter != null && !now.isBefore(notAfter);
    }

    /** How long the content before a change holds. */
    Duration overlapOrNone() {
        return overlap == null ? Duration.ZERO : overlap;
    }

    /**
     * Refuses what can't be meant.
     *
     * @throws InvalidRuleException with the remedy
     */
    void check() {
        if (Stream.of(value == null, file == null)
                        .filter(isMissing -> !isMissing)
                        .count()
                != 1) {
            throw new InvalidRuleException("must have one of value and file");
        }
        if (name != null && !NAME.matcher(name).matches()) {
            throw new InvalidRuleException(
                    "has a name that is none: use 1 to 50 lower-case letters, digits and hyphens, a letter first");
        }
        if (notBefore != null && notAfter != null && !notBefore.isBefore(notAfter)) {
            throw new InvalidRuleException("never holds: not-after must be later than not-before");
        }
        checkOverlap();
    }

    private void checkOverlap() {
        if (overlap != null && file == null) {
            throw new InvalidRuleException("has an overlap without a file: only a file's content changes");
        }
        if (overlap != null && overlap.isNegative()) {
            throw new InvalidRuleException("has an overlap below zero: use a duration such as 10m");
        }
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
