package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.extraction.TooManyEventsException;
import dev.durahook.receiver.handshake.Handshakes;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.UnidentifiedEventException;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.workflows.TaskPriority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A declared sender. Verifies deliveries and extracts their events. */
public interface Source {

    /** The name, with which every event ID and event type of the source begins. */
    String name();

    /** The largest body that the source accepts. */
    DataSize maxBodySize();

    /** The task queue of the source's workflows. */
    String taskQueue();

    /** The priority of the source's workflows. The fairness key may be a template, which {@link #events} fills in. */
    default TaskPriority priority() {
        return TaskPriority.INHERITED;
    }

    /**
     * Whether the source accepts this media type.
     *
     * @param contentType the request's Content-Type; {@code null} if it has none
     */
    boolean acceptsMediaType(@Nullable String contentType);

    /** Whether only this machine may post to the source, because it has no signature. */
    boolean loopbackOnly();

    /** The protection that authenticates the sender, if the receiver can't verify deliveries itself. */
    default Optional<Guard> guard() {
        return Optional.empty();
    }

    /** How long after an event the provider may deliver it again, if that is known. */
    default Optional<Duration> redeliveryWindow() {
        return Optional.empty();
    }

    /** The response that the provider requires after its events are stored, if it requires one. */
    default Optional<Reply> success() {
        return Optional.empty();
    }

    /** The steps with which the provider confirms this URL before it sends events. */
    default Handshakes handshakes() {
        return Handshakes.NONE;
    }

    /**
     * Looks at the secrets, of which some may be in files, so that a change counts from now on and not from the next
     * delivery on. Must not throw.
     */
    default void lookAtSecrets() {}

    /** Verifies the exact bytes. Only parts of the signature are parsed. */
    Verdict verify(Delivery delivery);

    /**
     * Extracts the events from a verified delivery, in their order; empty if it contains no event.
     *
     * @throws UnidentifiedEventException if the delivery can't be an event
     * @throws TooManyEventsException if the delivery contains more events than the source accepts at once
     */
    List<ExtractedEvent> events(Delivery delivery) throws UnidentifiedEventException, TooManyEventsException;

    /** The headers to store with an event, by lower-case name; never a signature or a credential. */
    Map<String, String> keptHeaders(Delivery delivery);
}
