package dev.durahook.receiver.identity;

import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.workflows.EventId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Determines the IDs of a source's events. Tries the parts of the source's {@link IdRule} in their order. */
final class IdAssignment {

    private final String source;
    private final boolean isTypeInHeader;
    private final List<String> envelope;
    private final List<Way> ways = new ArrayList<>();

    /**
     * For the events of one source.
     *
     * @param source the source's name
     * @param rule what identifies an event
     * @param isTypeInHeader whether a header carries the type. The type is then part of the hash, because the same body
     *     may be two events
     * @param envelope JSON pointers to the values around an event, which are part of the hash
     */
    IdAssignment(String source, IdRule rule, boolean isTypeInHeader, List<String> envelope) {
        this.source = source;
        this.isTypeInHeader = isTypeInHeader;
        this.envelope = envelope;
        rule.inOrder().forEach(way -> ways.add(alone(way)));
    }

    /** The ID of an event. If no part of the rule applies, the event gets a random ID. */
    Assigned of(EventValues values, String providerType) throws UnidentifiedEventException {
        for (Way way : ways) {
            Optional<Assigned> name = way.name(values, providerType);
            if (name.isPresent()) {
                return name.get();
            }
        }
        return ofDelivery(false);
    }

    // A field of another rule that is there twice must not hide the id.
    private Way alone(IdRule rule) {
        Way way = way(rule);
        Set<String> pointers = rule.values()
                .map(IdPart::pointer)
                .filter(Objects::nonNull)
                .filter(pointer -> !envelope.contains(pointer))
                .collect(Collectors.toSet());
        return (values, type) -> way.name(values.only(pointers), type);
    }

    private Way way(IdRule rule) {
        if (rule.eachDelivery()) {
            return (values, type) -> Optional.of(ofDelivery(true));
        }
        return rule.bodyHash() ? hash(rule) : id(rule.required(), rule.further());
    }

    private Way id(List<IdPart> required, List<IdPart> further) {
        return (values, type) -> {
            List<Optional<String>> found =
                    required.stream().map(part -> part.in(values)).toList();
            if (found.stream().anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            Stream<Optional<String>> all =
                    Stream.concat(found.stream(), further.stream().map(part -> part.in(values)));
            String id = joined(all.map(value -> value.orElse("")).toList());
            return EventId.isProviderId(id)
                    ? Optional.of(new Assigned(EventId.of(source, id), NamedBy.ID, true))
                    : Optional.empty();
        };
    }

    private Way hash(IdRule rule) {
        List<IdPart> naming = rule.naming();
        List<IdPart> headers = naming.stream().filter(part -> !part.isInBody()).toList();
        return (values, type) -> {
            boolean isNamed = naming.stream().anyMatch(part -> part.in(values).isPresent());
            if (!isNamed && !naming.isEmpty()) {
                return Optional.empty();
            }
            if (values.body().length == 0 && naming.isEmpty()) {
                throw new UnidentifiedEventException(
                        "no event id: the id is the hash of the body, and the body is empty");
            }
            EventId id = EventId.ofContent(source, content(values, type, headers));
            return Optional.of(new Assigned(id, NamedBy.BODY_HASH, true));
        };
    }

    /** A random ID for the event of one delivery. */
    Assigned ofDelivery(boolean isDeclared) {
        EventId id = EventId.of(source, UUID.randomUUID().toString());
        return new Assigned(id, NamedBy.DELIVERY, isDeclared);
    }

    // Every event of a source has the same number of lines before its body, so that a body can't imitate such a line.
    private byte[] content(EventValues values, String type, List<IdPart> headers) {
        StringBuilder lines = new StringBuilder();
        if (isTypeInHeader) {
            lines.append(line(type));
        }
        headers.forEach(part -> lines.append(line(part.in(values).orElse(""))));
        envelope.forEach(pointer -> lines.append(line(values.at(pointer).orElse(""))));
        return lines.isEmpty()
                ? values.body()
                : joined(lines.toString().getBytes(StandardCharsets.UTF_8), values.body());
    }

    private static String line(String value) {
        return value.replace("%", "%25").replace("\n", "%0A") + "\n";
    }

    // Escaped, so that a:b + c and a + b:c give different IDs. A missing part is empty.
    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : parts.stream()
                        .map(part -> part.replace("%", "%25").replace(":", "%3A"))
                        .collect(Collectors.joining(":"));
    }

    private static byte[] joined(byte[] lines, byte[] body) {
        byte[] content = new byte[lines.length + body.length];
        System.arraycopy(lines, 0, content, 0, lines.length);
        System.arraycopy(body, 0, content, lines.length, body.length);
        return content;
    }

    /**
     * The ID of an event, and how it was determined.
     *
     * @param id the ID
     * @param by what identified the event
     * @param isDeclared whether the scheme's rule determined the ID; false if the values that the rule names were
     *     missing
     */
    record Assigned(EventId id, NamedBy by, boolean isDeclared) {}

    /** A way to an ID, made from an {@link IdRule} or a rule under otherwise; empty if the event lacks the values. */
    @FunctionalInterface
    private interface Way {
        Optional<Assigned> name(EventValues values, String providerType) throws UnidentifiedEventException;
    }
}
