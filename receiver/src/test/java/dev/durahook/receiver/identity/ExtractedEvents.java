package dev.durahook.receiver.identity;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.workflows.EventId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events for tests, each the only event of its delivery. */
public final class ExtractedEvents {

    private ExtractedEvents() {}

    /** An event with an id from its sender. */
    public static ExtractedEvent of(Delivery delivery, EventId id, String type, String summary, @Nullable String link) {
        return new ExtractedEvent(id, type, summary, link, NamedBy.ID, List.of(), delivery, null, Map.of(), null);
    }

    /** An event with an id from its sender, whose provider has no page about deliveries. */
    public static ExtractedEvent of(Delivery delivery, EventId id, String type, String summary) {
        return of(delivery, id, type, summary, null);
    }

    /** An event that its body's hash identifies. */
    static ExtractedEvent hashed(Delivery delivery, EventId id, String type, String summary) {
        return new ExtractedEvent(
                id, type, summary, null, NamedBy.BODY_HASH, List.of(), delivery, null, Map.of(), null);
    }
}
