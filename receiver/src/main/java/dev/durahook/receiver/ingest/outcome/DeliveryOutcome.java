package dev.durahook.receiver.ingest.outcome;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.handshake.HandshakeResult.Answered;
import dev.durahook.receiver.identity.ExtractedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of a request that was not refused: stored events or an answered handshake. */
public sealed interface DeliveryOutcome {

    /**
     * All events of the delivery are stored.
     *
     * @param events one receipt for each event, in the order of the delivery
     * @param secret the label of the source's secret that verified the delivery
     */
    record Stored(List<Receipt> events, String secret) implements DeliveryOutcome {

        public Stored {
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
            answer.put(isSingle() ? "eventId" : "eventIds", isSingle() ? ids.get(0) : ids);
            return answer;
        }

        // Whether the delivery is one event, and not a list of events.
        private boolean isSingle() {
            return events.size() == 1 && events.get(0).event().position() == null;
        }
    }

    /**
     * A stored event.
     *
     * @param event the event
     * @param acceptance whether this delivery stored the event, or an earlier one
     */
    record Receipt(ExtractedEvent event, Acceptance acceptance) {

        /** The event ID, which is also the workflow ID: paste it into the Web UI. */
        public String eventId() {
            return event.id().value();
        }

        /** Whether this delivery stored the event. */
        public boolean isNew() {
            return acceptance instanceof Accepted;
        }

        /** Whether an earlier delivery stored the event with another body, which is kept. */
        public boolean hasOtherBody() {
            return acceptance instanceof PreviouslyAccepted known && known.otherBody();
        }
    }

    /** The request was a step of a handshake. Nothing was stored. */
    record Handshaken(Answered handshake) implements DeliveryOutcome {}
}
