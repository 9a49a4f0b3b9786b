package dev.durahook.receiver.ingest.outcome;

import dev.durahook.receiver.identity.ExtractedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a delivery, all of them stored.
 *
 * @param events one receipt for each event, in the order of the delivery
 * @param isSingle whether the delivery is one event, and not a list of events
 * @param secret the label of the source's secret that verified the delivery
 */
public record Receipts(List<Receipt> events, boolean isSingle, String secret) implements DeliveryOutcome {

    public Receipts {
        events = List.copyOf(events);
    }

    /** Whether this delivery stored at least one of the events. */
    public boolean isNew() {
        return events.stream().anyMatch(Receipt::isNew);
    }

    /** The status of the whole delivery, in the answer and in metrics. */
    public String status() {
        if (events.isEmpty()) {
            return "empty";
        }
        return isNew() ? "accepted" : "previously_accepted";
    }

    /** The fields of the response's body. */
    public Map<String, Object> toAnswer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status());
        List<String> ids = events.stream().map(Receipt::eventId).distinct().toList();
        answer.put(isSingle ? "eventId" : "eventIds", isSingle ? ids.get(0) : ids);
        return answer;
    }

    /**
     * A stored event.
     *
     * @param event the event
     * @param isNew whether this delivery stored the event
     * @param hasOtherBody whether an earlier delivery stored the event with another body, which is kept
     */
    public record Receipt(ExtractedEvent event, boolean isNew, boolean hasOtherBody) {

        /** The event ID, which is also the workflow ID: paste it into the Web UI. */
        public String eventId() {
            return event.id().value();
        }
    }
}
