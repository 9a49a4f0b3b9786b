package dev.durahook.workflows.condition;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.condition.Place.InBody;
import dev.durahook.workflows.condition.Place.InHeader;
import io.temporal.common.converter.RawValue;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one event at the places for which some conditions ask. The body is read at the first question about it,
 * and only once. Not thread-safe.
 */
public final class EventContent {

    private final WebhookEvent event;
    private final @Nullable RawValue body;
    private final List<String> pointers;
    private @Nullable BodyValues inBody;

    private EventContent(WebhookEvent event, @Nullable RawValue body, List<String> pointers) {
        this.event = event;
        this.body = body;
        this.pointers = pointers;
    }

    /**
     * The content of an event.
     *
     * @param body the event's body; null if it is not known, which counts as a body that is not JSON
     * @param conditions all conditions that will be asked
     */
    public static EventContent of(
            WebhookEvent event, @Nullable RawValue body, Collection<? extends Condition> conditions) {
        return new EventContent(
                event,
                body,
                conditions.stream()
                        .map(Condition::place)
                        .filter(InBody.class::isInstance)
                        .map(place -> ((InBody) place).pointer())
                        .toList());
    }

    FoundValue at(Place place) {
        if (place instanceof InHeader header) {
            return text(event.headers().get(header.name()));
        }
        String pointer = ((InBody) place).pointer();
        String around = event.envelope().get(pointer);
        return around == null ? values().at(pointer) : FoundValue.text(around);
    }

    /** Why there is no value at a place. */
    String absence(Place place) {
        return place instanceof InBody && !values().isJson()
                ? place.text() + " has no value, because the body is not JSON"
                : place.text() + " has no value";
    }

    private static FoundValue text(@Nullable String value) {
        return value == null ? FoundValue.ABSENT : FoundValue.text(value);
    }

    private BodyValues values() {
        BodyValues read = inBody;
        if (read == null) {
            read = BodyValues.read(body, pointers);
            inBody = read;
        }
        return read;
    }
}
