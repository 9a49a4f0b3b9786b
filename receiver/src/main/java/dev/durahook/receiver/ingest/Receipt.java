package dev.durahook.receiver.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event that is stored.
 *
 * @param eventId its ID, which is the workflow ID: paste it into the Web UI
 * @param type its event type
 * @param isNew whether this delivery stored it
 */
record Receipt(String eventId, String type, boolean isNew) {

    /** What became of it, as the sender and the metrics call it. */
    String status() {
        return isNew ? "accepted" : "previously_accepted";
    }

    /** What the sender reads. */
    Map<String, String> toAnswer() {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("status", status());
        answer.put("eventId", eventId);
        return answer;
    }
}
