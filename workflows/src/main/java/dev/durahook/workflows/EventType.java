package dev.durahook.workflows;

import java.util.Optional;

/**
 * The kind of event, which is the workflow type: {@code <source>.<provider's type>}, such as {@code github.push}.
 *
 * <p>Types become labels of metrics and rows of lists, so a sender must not be able to put other characters there.
 */
public final class EventType {

    /** The longest provider type, in characters; a longer type is cut. */
    public static final int MAX_LENGTH = 100;

    /** The form of an event type, for messages that refuse another text. */
    public static final String FORM = "<source>.<type>, such as github.push; the source is 1 to 50 lower-case letters,"
            + " digits and hyphens, the type letters, digits, '.', '_' and '-'";

    private EventType() {}

    /**
     * The event type of a source. Every character outside {@code [A-Za-z0-9._-]} becomes an underscore.
     *
     * @throws IllegalArgumentException if the provider's type is empty
     */
    public static String of(String source, String providerType) {
        if (providerType.isEmpty()) {
            throw new IllegalArgumentException("an event type must not be empty");
        }
        int length = Math.min(providerType.length(), MAX_LENGTH);
        return source + "." + providerType.substring(0, length).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** Whether this text is a valid event type. */
    public static boolean isValid(String type) {
        return parse(type).filter(type::equals).isPresent();
    }

    /**
     * The event type for a source's name, a full stop and the provider's type as the provider writes it, such as
     * {@code shopify.orders_create} for {@code shopify.orders/create}. Empty if the text does not begin with a
     * source's name.
     */
    public static Optional<String> parse(String text) {
        int stop = text.indexOf('.');
        return stop > 0 && stop < text.length() - 1 && EventId.isSourceName(text.substring(0, stop))
                ? Optional.of(of(text.substring(0, stop), text.substring(stop + 1)))
                : Optional.empty();
    }
}
