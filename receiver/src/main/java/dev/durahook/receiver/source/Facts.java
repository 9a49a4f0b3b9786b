package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.json.JsonFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be read of a verified delivery: its headers, and its body as JSON where a source needs it so. */
final class Facts {

    private final Delivery delivery;
    private final Optional<JsonFields> fields;

    private Facts(Delivery delivery, Optional<JsonFields> fields) {
        this.delivery = delivery;
        this.fields = fields;
    }

    /** Reads the body once, if any pointer leads into it. */
    static Facts of(Delivery delivery, Set<String> pointers) {
        return new Facts(delivery, pointers.isEmpty() ? Optional.empty() : JsonFields.read(delivery.body(), pointers));
    }

    byte[] body() {
        return delivery.body();
    }

    /** The value at a pointer into the body; never empty text. */
    Optional<String> at(String pointer) {
        return fields.flatMap(json -> json.at(pointer));
    }

    /** The value of a header that was sent once, or those at every one of the pointers; nothing if one is missing. */
    List<String> find(List<String> header, List<String> pointers) {
        if (pointers.isEmpty()) {
            return inHeader(header).stream().toList();
        }
        List<String> values =
                pointers.stream().flatMap(pointer -> at(pointer).stream()).toList();
        return values.size() == pointers.size() ? values : List.of();
    }

    /**
     * The same, for what an event can't be without.
     *
     * @param what the name of it, for the message
     */
    List<String> require(String what, List<String> header, List<String> pointers) throws UnidentifiedEventException {
        List<String> values = find(header, pointers);
        if (values.isEmpty()) {
            throw new UnidentifiedEventException("no " + what + ": " + reason(header, pointers));
        }
        return values;
    }

    private Optional<String> inHeader(List<String> header) {
        List<String> sent = delivery.headers().allOfFirst(header);
        return sent.size() == 1 ? Optional.of(sent.get(0)).filter(value -> !value.isBlank()) : Optional.empty();
    }

    private String reason(List<String> header, List<String> pointers) {
        if (pointers.isEmpty()) {
            return "header " + String.join(" or ", header) + " is missing, empty or sent more than once";
        }
        return fields.isPresent()
                ? "the body has neither text nor an integer at " + String.join(" and ", pointers)
                : "the body is not JSON, or names a value twice that decides who the event is";
    }
}
