package dev.durahook.workflows;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A verified event: the first argument of every workflow. The second is the body, see {@link EventBody}.
 *
 * <p>Receiver and worker are deployed apart, so each reads what an older or a newer one wrote: fields are only added,
 * every added field may be absent, and unknown ones are ignored. Temporal's own converter would reject unknown fields.
 * The names of the fields are the same with any mapper of an application, which may have a strategy for names; events that
 * such mappers wrote under earlier versions are read, too.
 *
 * @param id the event ID, which is the workflow ID
 * @param source the name of the source from which the event came
 * @param type the event type, which is the workflow type
 * @param receivedAt when the receiver had read the request
 * @param headers the request's headers that the source lets through, sorted by lower-case name; never a signature or a
 *     credential
 * @param originalId the provider's id if {@code id} contains only its hash; of an id of more than 1,000 characters the
 *     beginning and an ellipsis. Events that an older receiver stored may have the whole id
 * @param position the event's place among the events of its delivery, counted from 0, if the delivery carries several
 *     events
 * @param envelope values of a delivery of several events that are outside this event, sorted by JSON pointer: for
 *     WhatsApp, {@code /entry/id} is the account. At most 4,096 characters together; a value that no longer fits is
 *     left out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WebhookEvent(
        @JsonProperty("id") @JsonAlias({"Id", "ID"}) String id,

        @JsonProperty("source") @JsonAlias({"Source", "SOURCE"})
        String source,

        @JsonProperty("type") @JsonAlias({"Type", "TYPE"}) String type,

        @JsonProperty("receivedAt")
        @JsonAlias({"received_at", "received-at", "received.at", "receivedat", "ReceivedAt", "RECEIVED_AT"})
        Instant receivedAt,

        @JsonProperty("headers") @JsonAlias({"Headers", "HEADERS"})
        Map<String, String> headers,

        @JsonProperty("originalId")
        @JsonAlias({"original_id", "original-id", "original.id", "originalid", "OriginalId", "ORIGINAL_ID"})
        @Nullable
        String originalId,

        @JsonProperty("position") @JsonAlias({"Position", "POSITION"}) @Nullable
        Integer position,

        @JsonProperty("envelope") @JsonAlias({"Envelope", "ENVELOPE"})
        Map<String, String> envelope) {

    public WebhookEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(receivedAt, "receivedAt");
        headers = orEmpty(headers);
        envelope = orEmpty(envelope);
    }

    /** An event whose delivery has no values outside the event. */
    public WebhookEvent(
            String id,
            String source,
            String type,
            Instant receivedAt,
            Map<String, String> headers,
            @Nullable String originalId,
            @Nullable Integer position) {
        this(id, source, type, receivedAt, headers, originalId, position, Map.of());
    }

    /** The only event of a delivery. */
    public WebhookEvent(
            String id,
            String source,
            String type,
            Instant receivedAt,
            Map<String, String> headers,
            @Nullable String originalId) {
        this(id, source, type, receivedAt, headers, originalId, null, Map.of());
    }

    // A data converter passes null for a field that the sender did not write. The values are sorted because the order
    // of Map.of differs from one JVM to the next: a workflow that iterates over the map would not replay.
    private static Map<String, String> orEmpty(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
