package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** How long after an event its provider may still send it again, where that is known. */
    default Optional<Duration> redeliveryWindow() {
        return Optional.empty();
    }

    /** The status that the provider demands instead of 200 and 202, where it does. */
    default OptionalInt successStatus() {
        return OptionalInt.empty();
    }

    /** Verifies the exact bytes. Parses nothing that is not part of the signature. */
    Verdict verify(Delivery delivery);

    /**
     * Reads who the event is. Only for a verified delivery.
     *
     * @throws UnidentifiedEventException if what the scheme demands is missing
     */
    IdentifiedEvent identify(Delivery delivery) throws UnidentifiedEventException;

    /** The headers that travel with the event, by lower-case name: never a signature or a credential. */
    Map<String, String> keptHeaders(Delivery delivery);
}
