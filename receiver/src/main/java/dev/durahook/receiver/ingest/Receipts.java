package dev.durahook.receiver.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a delivery, all of them stored.
 *
 * @param events what became of each, in the order they came
 * @param isSingle whether the delivery is one event, rather than one that carries any number of them
 * @param secret which of the source's secrets verified it, as metrics call it
 */
record Receipts(List<Receipt> events, boolean isSingle, String secret) implements Outcome {

    Receipts {
        events = List.copyOf(events);
    }

    /** Whether this delivery stored any of them. */
    boolean isNew() {
        return events.stream().anyMatch(Receipt::isNew);
    }

    /** What became of them together, as the sender and the metrics call it. */
    String status() {
        if (events.isEmpty()) {
            return "empty";
        }
        return isNew() ? "accepted" : "previously_accepted";
    }

    /** What the sender reads. */
    Map<String, Object> toAnswer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status());
        List<String> ids = events.stream().map(Receipt::eventId).distinct().toList();
        answer.put(isSingle ? "eventId" : "eventIds", isSingle ? ids.get(0) : ids);
        return answer;
    }
}
