package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.handshake.FormFields;
import dev.durahook.receiver.json.JsonFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be read of a verified event: the headers of its delivery, its body as JSON or a form where a source needs it so,
 * and what its delivery says around it.
 */
final class Facts {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Delivery delivery;
    private final Map<String, String> envelope;
    private final Optional<JsonFields> fields;

    private Facts(Delivery delivery, Map<String, String> envelope, Optional<JsonFields> fields) {
        this.delivery = delivery;
        this.envelope = envelope;
        this.fields = fields;
    }

    /** Reads a body with nothing around it. */
    static Facts of(Delivery delivery, Set<String> pointers) {
        return of(delivery, pointers, Map.of());
    }

    /**
     * Reads the body once, if any pointer leads into it.
     *
     * @param envelope what is said around the event, by the pointer that leads there
     */
    static Facts of(Delivery delivery, Set<String> pointers, Map<String, String> envelope) {
        return new Facts(
                delivery, envelope, pointers.isEmpty() ? Optional.empty() : JsonFields.read(delivery.body(), pointers));
    }

    byte[] body() {
        return delivery.body();
    }

    /** The value at a pointer: around the event, in its JSON, or in the field of a form; never empty text. */
    Optional<String> at(String pointer) {
        String around = envelope.get(pointer);
        if (around != null) {
            return Optional.of(around);
        }
        return fields.isPresent() ? fields.get().at(pointer) : inForm(pointer);
    }

    /** The value of a header that was sent once; never empty text. */
    Optional<String> inHeader(List<String> header) {
        List<String> sent = delivery.headers().allOfFirst(header);
        return sent.size() == 1 ? Optional.of(sent.get(0)).filter(value -> !value.isBlank()) : Optional.empty();
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

    /** Why there is nothing in these places, for the operator. */
    String why(List<String> headers, List<String> pointers) {
        String inHeaders = "header " + String.join(", ", headers) + " is missing, empty or sent more than once";
        return pointers.isEmpty() ? inHeaders : (headers.isEmpty() ? "" : inHeaders + "; ") + why(pointers);
    }

    private String why(List<String> pointers) {
        return fields.isPresent()
                ? "the body has neither text nor an integer at "
                        + pointers.stream().distinct().collect(Collectors.joining(", "))
                : "the body is not JSON, or names a value twice that decides who the event is";
    }

    private Optional<String> inForm(String pointer) {
        if (pointer.indexOf('/', 1) > 0 || !isForm()) {
            return Optional.empty();
        }
        String name = pointer.substring(1).replace("~1", "/").replace("~0", "~");
        List<String> values = FormFields.all(new String(delivery.body(), StandardCharsets.UTF_8), name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private boolean isForm() {
        return delivery.headers()
                .single("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(FORM))
                .isPresent();
    }
}
