package dev.durahook.receiver.identity;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.FormFields;
import dev.durahook.workflows.json.JsonFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of a verified event from which its ID, type and summary are made: headers, fields of a JSON or form body,
 * and the envelope. Not thread-safe.
 */
final class EventValues {

    private final Delivery delivery;
    private final Map<String, String> envelope;
    private final Optional<JsonFields> fields;
    private final Optional<FormFields> form;

    private EventValues(
            Delivery delivery, Map<String, String> envelope, Optional<JsonFields> fields, Optional<FormFields> form) {
        this.delivery = delivery;
        this.envelope = envelope;
        this.fields = fields;
        this.form = form;
    }

    /** Reads a body without an envelope. */
    static EventValues of(Delivery delivery, Set<String> pointers) {
        return of(delivery, pointers, Map.of());
    }

    /**
     * Reads the body once, if there are pointers into it.
     *
     * @param envelope values around the event, by JSON pointer
     */
    static EventValues of(Delivery delivery, Set<String> pointers, Map<String, String> envelope) {
        if (pointers.isEmpty()) {
            return new EventValues(delivery, envelope, Optional.empty(), Optional.empty());
        }
        Optional<JsonFields> json = JsonFields.read(delivery.body(), pointers);
        Optional<FormFields> form = json.isPresent() ? Optional.empty() : FormFields.ofBody(delivery.body());
        return new EventValues(delivery, envelope, json, form);
    }

    /**
     * The values for one purpose. If nothing could be read, the body may contain a field twice, and is read again for these
     * pointers alone: a field that is only shown must not hide the id.
     */
    EventValues only(Set<String> pointers) {
        return fields.isPresent() || form.isPresent() ? this : of(delivery, pointers, envelope);
    }

    byte[] body() {
        return delivery.body();
    }

    /** The value at a pointer, from the envelope, the JSON body or the form's field; never empty. */
    Optional<String> at(String pointer) {
        String around = envelope.get(pointer);
        if (around != null) {
            return Optional.of(around);
        }
        return fields.isPresent() ? fields.get().at(pointer) : inForm(pointer);
    }

    /** The value of a header that was sent exactly once; never empty. */
    Optional<String> inHeader(List<String> header) {
        List<String> sent = delivery.headers().allOfFirst(header);
        return sent.size() == 1 ? Optional.of(sent.get(0)).filter(value -> !value.isBlank()) : Optional.empty();
    }

    /** The value of a header that was sent exactly once, or the values at all pointers; empty if a value is missing. */
    List<String> find(List<String> header, List<String> pointers) {
        if (pointers.isEmpty()) {
            return inHeader(header).stream().toList();
        }
        List<String> values =
                pointers.stream().flatMap(pointer -> at(pointer).stream()).toList();
        return values.size() == pointers.size() ? values : List.of();
    }

    /** Why these headers and pointers have no value, for the operator's log. */
    String why(List<String> headers, List<String> pointers) {
        String inHeaders = "header " + String.join(", ", headers) + " is missing, empty or sent more than once";
        return pointers.isEmpty() ? inHeaders : (headers.isEmpty() ? "" : inHeaders + "; ") + why(pointers);
    }

    private String why(List<String> pointers) {
        String places = pointers.stream().distinct().collect(Collectors.joining(", "));
        if (fields.isPresent()) {
            return "the body has no text or integer at " + places;
        }
        return form.isPresent() || FormFields.areIn(delivery)
                ? "the form has no value in UTF-8, or several values, at " + places
                : "the body is not JSON, or a field that identifies the event occurs twice";
    }

    private Optional<String> inForm(String pointer) {
        if (pointer.lastIndexOf('/') > 0 || form.isEmpty()) {
            return Optional.empty();
        }
        String name = pointer.substring(1).replace("~1", "/").replace("~0", "~");
        List<String> values = form.get().all(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
