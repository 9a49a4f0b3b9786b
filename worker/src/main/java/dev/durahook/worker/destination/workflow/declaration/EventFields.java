package dev.durahook.worker.destination.workflow.declaration;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.json.JsonFields;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The values of one event that a template may name: JSON pointers, headers and fields of the event. */
public final class EventFields {

    /** The beginning of a placeholder for a header. */
    static final String HEADER = "header:";

    private static final String POINTER = "/";
    private static final Set<String> FIELDS = Set.of("id", "source", "type");

    private final WebhookEvent event;
    private final Optional<JsonFields> json;

    private EventFields(WebhookEvent event, Optional<JsonFields> json) {
        this.event = event;
        this.json = json;
    }

    /** Reads the body once, if there are pointers into it. */
    public static EventFields of(WebhookEvent event, byte[] body, Set<String> pointers) {
        return new EventFields(event, pointers.isEmpty() ? Optional.empty() : JsonFields.read(body, pointers));
    }

    /** Whether a placeholder can have a value. */
    public static boolean isKnown(String place) {
        return place.startsWith(POINTER)
                || (place.startsWith(HEADER) && place.length() > HEADER.length())
                || FIELDS.contains(place);
    }

    /** Returns the value of a placeholder; empty if the event has none. */
    public Optional<String> at(String place) {
        if (place.startsWith(POINTER)) {
            return Optional.ofNullable(event.envelope().get(place)).or(() -> json.flatMap(fields -> fields.at(place)));
        }
        return switch (place) {
            case "id" -> Optional.of(event.id());
            case "source" -> Optional.of(event.source());
            case "type" -> Optional.of(event.type());
            default -> Optional.ofNullable(event.headers().get(header(place))).filter(value -> !value.isBlank());
        };
    }

    /** Tells why a placeholder has no value, in a part of a sentence. */
    public String why(String place) {
        if (!place.startsWith(POINTER)) {
            return "the event has no header " + header(place)
                    + ": name the header under the source's headers, so that it is stored";
        }
        return json.isPresent()
                ? "the body has no text or integer at " + place
                : "the body is not JSON, or a field from which the ID is made occurs twice, so the body has no value at "
                        + place;
    }

    private static String header(String place) {
        return place.substring(HEADER.length()).toLowerCase(Locale.ROOT);
    }
}
