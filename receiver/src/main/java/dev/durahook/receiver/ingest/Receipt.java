package dev.durahook.receiver.ingest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The answer to an event that is stored.
 *
 * @param eventId its ID, which is the workflow ID: paste it into the Web UI
 * @param type its event type
 * @param isNew whether this delivery stored it
 */
record Receipt(
        @JsonProperty String eventId,
        @JsonIgnore String type,
        @JsonIgnore boolean isNew) {

    /** What the sender reads. */
    @JsonProperty
    String status() {
        return isNew ? "accepted" : "previously_accepted";
    }
}
