package dev.durahook.receiver.ingest.outcome;

import dev.durahook.receiver.identity.Gap;
import dev.durahook.receiver.identity.NamedBy;
import java.util.List;

/**
 * A stored event.
 *
 * @param eventId the event ID, which is also the workflow ID: paste it into the Web UI
 * @param type the event type
 * @param isNew whether this delivery stored the event
 * @param namedBy what identified the event, and thus how a duplicate was recognised
 * @param gaps what the event lacks that events of its scheme have
 */
public record Receipt(String eventId, String type, boolean isNew, NamedBy namedBy, List<Gap> gaps) {

    public Receipt {
        gaps = List.copyOf(gaps);
    }
}
