package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.handshake.Handshakes;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.signature.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A declared sender. Answers what the receiver asks on the way from bytes to event. */
public interface Source {

    /** Its name, which begins every event ID and event type. */
    String name();

    /** The largest body it may send. */
    DataSize maxBodySize();

    /** The task queue of its workflows. */
    String taskQueue();

    /** Whether it may send this media type. {@code null} when the request names none. */
    boolean acceptsMediaType(@Nullable String contentType);

    /** Whether only this machine may post to it, because it has no signature. */
    boolean loopbackOnly();

    /** What verifies the sender before its deliveries come here, where it can't be verified here. */
    default Optional<Guard> guard() {
        return Optional.empty();
    }

    /** How long after an event its provider may still send it again, where that is known. */
    default Optional<Duration> redeliveryWindow() {
        return Optional.empty();
    }

    /** What the provider demands to be answered once its events are stored, where it does. */
    default Optional<Reply> success() {
        return Optional.empty();
    }

    /** The steps by which the provider makes sure of this address before it sends events to it. */
    default Handshakes handshakes() {
        return Handshakes.NONE;
    }

    /** Verifies the exact bytes. Parses nothing that is not part of the signature. */
    Verdict verify(Delivery delivery);

    /**
     * Takes the events out of a delivery, in the order they came; none if it carries none. Only for a verified delivery.
     *
     * @throws UnidentifiedEventException if what the scheme demands is missing
     * @throws TooManyEventsException if there are more than the source takes at once
     */
    List<CarriedEvent> events(Delivery delivery) throws UnidentifiedEventException, TooManyEventsException;

    /** The headers that travel with the event, by lower-case name: never a signature or a credential. */
    Map<String, String> keptHeaders(Delivery delivery);
}
