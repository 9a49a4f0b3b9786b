package dev.durahook.reliability.load;

import dev.durahook.reliability.record.BodyHash;
import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.SentDelivery;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A delivery with one or several events.
 *
 * @param sender who sends it
 * @param names the IDs that the sender gives to the events
 * @param kind the kind of the events
 * @param order the number of the order that the events are about
 * @param padding the number of characters that make the body larger
 * @param copies how often the sender sends the message at once
 * @param forged whether the message is signed with a secret that the receiver does not have
 */
record Message(Sender sender, List<String> names, EventKind kind, int order, int padding, int copies, boolean forged) {

    /** The IDs of the events in Temporal. */
    List<String> eventIds() {
        return names.stream().map(this::eventId).toList();
    }

    /** The hashes of the events' exact bodies, in the order of the names. */
    List<String> bodyHashes() {
        return MessageBody.ofEvents(this).stream().map(BodyHash::of).toList();
    }

    /**
     * Records for each event how a delivery of the message was answered.
     *
     * @param moment in microseconds since 1970
     * @param status the status of the answer; 0 if there was no answer
     * @param bodies the {@link #bodyHashes}, which are the same for each delivery
     */
    List<SentDelivery> answered(long moment, int status, List<String> bodies) {
        return IntStream.range(0, names.size())
                .mapToObj(place -> new SentDelivery(
                        moment, eventId(names.get(place)), kind, order, forged, status, bodies.get(place)))
                .toList();
    }

    private String eventId(String name) {
        return sender.source() + ":" + name;
    }
}
