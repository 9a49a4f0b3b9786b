package dev.durahook.receiver.ingest;

import dev.durahook.receiver.source.Gap;
import dev.durahook.receiver.source.NamedBy;
import java.util.List;

/**
 * An event that is stored.
 *
 * @param eventId its ID, which is the workflow ID: paste it into the Web UI
 * @param type its event type
 * @param isNew whether this delivery stored it
 * @param namedBy what named it, and so what it was known by if it is not new
 * @param gaps what it lacks that an event of its scheme has
 */
record Receipt(String eventId, String type, boolean isNew, NamedBy namedBy, List<Gap> gaps) {

    Receipt {
        gaps = List.copyOf(gaps);
    }
}
