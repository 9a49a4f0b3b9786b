package dev.durahook.receiver.identity;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.json.Pointers;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.text.Template;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fairness key of a source's events: a fixed text, or a template such as {@code {/account}}. {@code {type}} and JSON
 * pointers are replaced by their values.
 */
public final class FairnessKey {

    /** Events without a fairness key. */
    public static final FairnessKey NONE = new FairnessKey("");

    private static final String TYPE = "type";

    private final String template;

    private FairnessKey(String template) {
        this.template = template;
    }

    /**
     * Reads a declared key.
     *
     * @param declared the text or the template; null if the source declares none
     * @throws InvalidRuleException if it is not valid
     */
    public static FairnessKey of(@Nullable String declared) {
        if (declared == null) {
            return NONE;
        }
        Template template = new Template(declared);
        template.places().stream().filter(place -> !place.equals(TYPE)).forEach(Pointers::check);
        if (declared.isBlank() || (template.places().isEmpty() && isTooLong(declared))) {
            throw new InvalidRuleException("must have 1 to " + TaskPriority.MAX_KEY_BYTES + " bytes");
        }
        return new FairnessKey(declared);
    }

    /**
     * The key of an event; null if the event lacks one of the values, or if there is no key. A key that is too long for
     * Temporal is replaced by its hash, so that two long keys stay two keys.
     *
     * <p>The body is read for the key alone: a field that occurs twice must not change the event's id.
     *
     * @param delivery the delivery with the event's bytes as its body
     * @param envelope values around the event
     */
    @Nullable
    String of(String type, Delivery delivery, Map<String, String> envelope) {
        Template key = new Template(template);
        EventValues values = EventValues.of(delivery, key.pointers(), envelope);
        return key.fill(place -> place.equals(TYPE) ? Optional.of(type) : values.at(place))
                .filter(filled -> !filled.isBlank())
                .map(filled -> isTooLong(filled) ? hash(filled) : filled)
                .orElse(null);
    }

    private static boolean isTooLong(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length > TaskPriority.MAX_KEY_BYTES;
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
