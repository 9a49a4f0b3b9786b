package dev.durahook.receiver.identity;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart.Missing;
import dev.durahook.receiver.identity.IdAssignment.Assigned;
import dev.durahook.workflows.EventType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Determines the ID, type and summary of a source's events. */
public final class EventIdentifier {

    private final String source;
    private final IdRule id;
    private final TypeRule type;
    private final IdAssignment ids;
    private final Summary summary;
    private final DeliveriesLink deliveries;
    private final FairnessKey fairness;
    private final Set<String> shown;
    private final Set<String> ofType;
    private final Set<String> ofId;
    private final Set<String> all = new HashSet<>();

    /**
     * For the events of one source.
     *
     * @param source the source's name
     * @param id what identifies an event
     * @param type where the type is
     * @param summary the template of the line that the Web UI shows
     * @param deliveries the link to the provider's page about its deliveries
     * @param envelope JSON pointers to the values around an event
     * @param fairness the fairness key of the events
     */
    public EventIdentifier(
            String source,
            IdRule id,
            TypeRule type,
            String summary,
            DeliveriesLink deliveries,
            List<String> envelope,
            FairnessKey fairness) {
        this.source = source;
        this.id = id;
        this.type = type;
        this.summary = new Summary(summary);
        this.deliveries = deliveries;
        this.fairness = fairness;
        this.ids = new IdAssignment(source, id, !type.headers().isEmpty(), envelope);
        Stream<String> inTexts = Stream.concat(this.summary.pointers().stream(), deliveries.pointers().stream());
        this.shown = inBody(inTexts, envelope);
        this.ofType = inBody(type.pointers().stream(), envelope);
        this.ofId = inBody(id.pointers().stream(), envelope);
    }

    /**
     * Identifies an event.
     *
     * @param delivery the delivery with the event's bytes as its body
     * @param envelope values around the event in the delivery's JSON
     */
    public ExtractedEvent of(Delivery delivery, Map<String, String> envelope) throws UnidentifiedEventException {
        EventValues values = EventValues.of(delivery, all, envelope);
        EventValues texts = values.only(shown);
        Optional<String> said = type.read(values.only(ofType));
        String providerType = said.orElse(TypeRule.UNIDENTIFIED);
        Assigned name = ids.of(values, providerType);
        return new ExtractedEvent(
                name.id(),
                EventType.of(source, providerType),
                summary.of(providerType, texts),
                deliveries.filled(texts).orElse(null),
                name.by(),
                missingParts(values, name.isDeclared(), said.isPresent()),
                delivery,
                null,
                Map.of(),
                fairness.of(providerType, delivery, envelope));
    }

    /**
     * Identifies a part of a delivery that is not an event object. The scheme's rules for id and type don't apply to
     * it.
     *
     * @param delivery the delivery with the bytes of this part as its body
     * @param part why the part is not an event object
     */
    public ExtractedEvent ofRest(Delivery delivery, MissingPart part) {
        Assigned name = ids.ofDelivery(false);
        String type = EventType.of(source, TypeRule.UNIDENTIFIED);
        return new ExtractedEvent(
                name.id(), type, TypeRule.UNIDENTIFIED, null, name.by(), List.of(part), delivery, null, Map.of(), null);
    }

    private Set<String> inBody(Stream<String> pointers, List<String> envelope) {
        Set<String> some =
                pointers.filter(pointer -> !envelope.contains(pointer)).collect(Collectors.toSet());
        all.addAll(some);
        return some;
    }

    private List<MissingPart> missingParts(EventValues values, boolean hasId, boolean hasType) {
        List<MissingPart> missingParts = new ArrayList<>();
        if (!hasId) {
            missingParts.add(new MissingPart(Missing.ID, values.only(ofId).why(id.headers(), id.pointers())));
        }
        if (!hasType) {
            missingParts.add(new MissingPart(Missing.TYPE, values.only(ofType).why(type.headers(), type.pointers())));
        }
        return missingParts;
    }
}
