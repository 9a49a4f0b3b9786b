package dev.durahook.receiver.identity;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.workflows.EventId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event taken from a verified delivery: what it is, and the bytes of its body.
 *
 * @param id the ID
 * @param type the event type, which is the workflow type
 * @param summary one line for the Web UI, at most 400 bytes, such as {@code push · octocat/hello}
 * @param deliveries URL of the provider's page about its deliveries, if there is one
 * @param namedBy what identified the event
 * @param missingParts what the event lacks although its scheme expects it
 * @param delivery the request with the event's bytes as its body: a part of the verified bytes, or all of them
 * @param position the event's index in the delivery, from 0; {@code null} if the delivery is one event
 * @param envelope values around the event in the delivery's JSON, by JSON pointer; few enough to be stored with the
 *     event
 * @param fairnessKey the key by which Temporal shares out the workers among events; {@code null} if there is none
 */
public record ExtractedEvent(
        EventId id,
        String type,
        String summary,
        @Nullable String deliveries,
        NamedBy namedBy,
        List<MissingPart> missingParts,
        Delivery delivery,
        @Nullable Integer position,
        Map<String, String> envelope,
        @Nullable String fairnessKey) {

    public ExtractedEvent {
        missingParts = List.copyOf(missingParts);
        envelope = Map.copyOf(envelope);
    }

    /** The same event, with one more missing part. */
    public ExtractedEvent lacking(MissingPart part) {
        List<MissingPart> all =
                Stream.concat(Stream.of(part), missingParts.stream()).toList();
        return new ExtractedEvent(
                id, type, summary, deliveries, namedBy, all, delivery, position, envelope, fairnessKey);
    }

    /** The same event at a position in the delivery, with the values around it. */
    public ExtractedEvent at(@Nullable Integer index, Map<String, String> around) {
        return new ExtractedEvent(
                id, type, summary, deliveries, namedBy, missingParts, delivery, index, around, fairnessKey);
    }

    /**
     * How an event was identified, which is also how a second delivery of the event is recognised. A closed set,
     * because it is a metric label.
     */
    public enum NamedBy {
        /** An id that the sender gave the event or its delivery. */
        ID,
        /** The hash of the event's bytes, and of the further values in the scheme's rule. */
        BODY_HASH,
        /** A random ID for each delivery; a second delivery is not recognised. */
        DELIVERY
    }

    /**
     * Something that an event lacks although its scheme expects it. The event is stored anyway, because a refused
     * genuine event would be lost.
     *
     * @param what the missing part, one of a closed set, for metrics
     * @param why for the operator's log; contains nothing from the delivery
     */
    public record MissingPart(Missing what, String why) {

        /** The parts of an event that can be missing. */
        public enum Missing {
            /** The id. The event gets a random ID. */
            ID,
            /** The type. It becomes {@value TypeRule#UNIDENTIFIED}. */
            TYPE,
            /** The array of events. The whole delivery becomes one event. */
            EVENTS
        }
    }
}
