package dev.durahook.receiver.identity;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.json.Pointers;
import dev.durahook.workflows.Sha256;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.text.Template;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fairness key of a source's events: a fixed text, or a template such as {@code {/account}}. {@code {type}} and JSON
 * pointers are replaced by their values.
 */
public final class FairnessKey {

    /** Events without a fairness key. */
    public static final FairnessKey NONE = new FairnessKey(null);

    private static final String TYPE = "type";

    private final @Nullable Template template;
    private final Set<String> pointers;

    private FairnessKey(@Nullable Template template) {
        this.template = template;
        this.pointers = template == null ? Set.of() : template.pointers();
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
        return new FairnessKey(template);
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
        if (template == null) {
            return null;
        }
        EventValues values = EventValues.of(delivery, pointers, envelope);
        return template.fill(place -> place.equals(TYPE) ? Optional.of(type) : values.at(place))
                .filter(filled -> !filled.isBlank())
                .map(filled -> isTooLong(filled) ? Sha256.hex(filled) : filled)
                .orElse(null);
    }

    private static boolean isTooLong(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length > TaskPriority.MAX_KEY_BYTES;
    }
}
