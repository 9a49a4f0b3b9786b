package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.workflows.EventId;
import dev.durahook.workflows.EventType;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads who the events of a source are. */
final class Identity {

    private final String source;
    private final IdRule id;
    private final TypeRule type;
    private final Summary summary;
    private final DeliveriesLink deliveries;
    private final Set<String> pointers;

    Identity(String source, IdRule id, TypeRule type, Summary summary, DeliveriesLink deliveries) {
        this.source = source;
        this.id = id;
        this.type = type;
        this.summary = summary;
        this.deliveries = deliveries;
        this.pointers = new HashSet<>(summary.pointers());
        pointers.addAll(deliveries.pointers());
        pointers.addAll(id.pointers());
        pointers.addAll(type.pointer());
    }

    IdentifiedEvent of(Delivery delivery) throws UnidentifiedEventException {
        Facts facts = Facts.of(delivery, pointers);
        String providerType = type.read(facts);
        return new IdentifiedEvent(
                id(facts, providerType),
                EventType.of(source, providerType),
                summary.of(providerType, facts),
                deliveries.of(facts).orElse(null));
    }

    private EventId id(Facts facts, String providerType) throws UnidentifiedEventException {
        Optional<String> providerId = id.read(facts);
        return providerId.isPresent()
                ? EventId.of(source, providerId.get())
                : EventId.ofContent(source, content(facts, providerType));
    }

    // A provider that names the type in a header alone may send the same body as events of two types.
    private byte[] content(Facts facts, String providerType) throws UnidentifiedEventException {
        if (facts.body().length == 0) {
            throw new UnidentifiedEventException("no event id: the body is empty");
        }
        return type.header().isEmpty() ? facts.body() : prefixed(providerType, facts.body());
    }

    private static byte[] prefixed(String providerType, byte[] body) {
        byte[] prefix = (providerType + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[prefix.length + body.length];
        System.arraycopy(prefix, 0, content, 0, prefix.length);
        System.arraycopy(body, 0, content, prefix.length, body.length);
        return content;
    }
}
