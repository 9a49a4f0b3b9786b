package dev.durahook.workflows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The event's name in Temporal: the workflow ID, {@code <source>:<provider's event id>}.
 *
 * <p>One event has one workflow because one event has one ID. Provider ids are compared as bytes, without
 * normalisation. An id that Temporal or its store could refuse or alter, longer than {@value #MAX_PROVIDER_ID_BYTES}
 * bytes, with a space or with anything but printable ASCII, is replaced by {@code sha256-<32 hex digits>} and kept in
 * {@link #original()}. Half of a SHA-256 is enough: to find two ids with the same 128 bits, a sender would have to compute
 * 2^64 hashes. And the ID is short enough for the Web UI's list to show the columns beside it, such as type and status.
 *
 * @param value the workflow ID, at most 251 ASCII characters. PostgreSQL's column holds 255.
 * @param original the provider's id as it was sent, if {@code value} contains only its hash; of an id of more than
 *     {@value #MAX_ORIGINAL_LENGTH} characters the beginning and an ellipsis
 */
public record EventId(String value, @Nullable String original) {

    /** The longest provider id, in bytes, that is used as it is. */
    public static final int MAX_PROVIDER_ID_BYTES = 200;

    /**
     * The longest provider id, in code points, that is kept as a whole beside its hash. Each argument of each step
     * contains what is kept, and a sender's id may be as long as its body.
     */
    public static final int MAX_ORIGINAL_LENGTH = 1_000;

    private static final String HASH_PREFIX = "sha256-";
    private static final int HASH_BYTES = 16;
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

    /**
     * The ID of an event that its provider has named.
     *
     * @param source the source's name, see {@link #isSourceName}
     * @param providerId the provider's id: not empty, and text that has bytes in UTF-8
     * @throws IllegalArgumentException if the source's name or the provider's id is not valid
     */
    public static EventId of(String source, String providerId) {
        requireText(providerId);
        return isSafe(providerId)
                ? new EventId(qualified(source, providerId), null)
                : new EventId(hashed(source, providerId.getBytes(StandardCharsets.UTF_8)), beginning(providerId));
    }

    /**
     * The ID of an event without an id of its provider: the same bytes are the same event.
     *
     * @throws IllegalArgumentException if the source's name is not valid
     */
    public static EventId ofContent(String source, byte[] content) {
        return new EventId(hashed(source, content), null);
    }

    /**
     * Whether a source may have this name: 1 to 50 lower-case letters, digits and hyphens. A colon is not allowed, so
     * that {@code a:b} + {@code c} and {@code a} + {@code b:c} can't have the same ID.
     */
    public static boolean isSourceName(String name) {
        return SOURCE.matcher(name).matches();
    }

    /**
     * Whether this text may be a provider's id: any text that is not empty. JSON can escape half a surrogate pair,
     * which is not a text and has no bytes to compare: all such ids would have the same hash.
     */
    public static boolean isProviderId(String id) {
        return !id.isEmpty() && StandardCharsets.UTF_8.newEncoder().canEncode(id);
    }

    private static void requireText(String id) {
        if (!isProviderId(id)) {
            throw new IllegalArgumentException("an event id must be Unicode text, and not empty");
        }
    }

    // An id that looks like a hash is hashed as well, so that no sender can choose an id that takes the place of
    // another event.
    private static boolean isSafe(String id) {
        return id.length() <= MAX_PROVIDER_ID_BYTES
                && id.chars().allMatch(c -> c > ' ' && c < 0x7f)
                && !id.startsWith(HASH_PREFIX);
    }

    private static String beginning(String id) {
        return id.codePointCount(0, id.length()) <= MAX_ORIGINAL_LENGTH
                ? id
                : id.substring(0, id.offsetByCodePoints(0, MAX_ORIGINAL_LENGTH)) + "…";
    }

    private static String hashed(String source, byte[] content) {
        return qualified(source, HASH_PREFIX + HexFormat.of().formatHex(Sha256.of(content), 0, HASH_BYTES));
    }

    private static String qualified(String source, String id) {
        if (!isSourceName(source)) {
            throw new IllegalArgumentException(
                    "'" + source + "' is not a valid source name: use 1 to 50 lower-case letters, digits and hyphens");
        }
        return source + ":" + id;
    }
}
