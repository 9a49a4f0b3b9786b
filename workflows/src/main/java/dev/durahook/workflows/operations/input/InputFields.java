package dev.durahook.workflows.operations.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.body.PayloadEncoding;
import dev.durahook.workflows.json.JsonNames;
import dev.durahook.workflows.operations.InvalidOperation;
import dev.durahook.workflows.operations.Operation;
import dev.durahook.workflows.text.Quote;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an operation's input, read as a person means them: {@code dry-run} is {@code dryRun}, and {@code "20"}
 * is 20. A field that is not known ends the operation, because it may have been meant to leave events out.
 */
final class InputFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 100;

    // As in the signal retry: events are retried under their own policies.
    private static final String MAY_BE_NULL = "policy";

    private final Operation operation;
    private final BooleanSupplier isStrict;
    private final Map<String, JsonNode> values = new TreeMap<>();

    private InputFields(Operation operation, JsonNode input, BooleanSupplier isStrict) {
        this.operation = operation;
        this.isStrict = isStrict;
        input.properties().forEach(field -> add(field.getKey(), field.getValue()));
    }

    /**
     * Reads the fields.
     *
     * @param isStrict whether a field that is null, or that the JSON has twice, is a mistake; asked only if there is such a
     *     field
     * @throws ApplicationFailure if there are none, or one is not known
     */
    static InputFields read(Operation operation, @Nullable RawValue input, BooleanSupplier isStrict) {
        if (input == null || PayloadEncoding.of(input).isNull()) {
            throw InvalidOperation.of(operation, "The input is missing, so no event is selected");
        }
        JsonNode json = json(input);
        if (json == null || !json.isObject()) {
            throw InvalidOperation.of(operation, "The input must be a JSON object");
        }
        if (JsonNames.areRepeated(EventBody.bytes(input)) && isStrict.getAsBoolean()) {
            throw InvalidOperation.of(operation, "The input has a field twice");
        }
        return new InputFields(operation, json, isStrict);
    }

    private static @Nullable JsonNode json(RawValue input) {
        try {
            return PayloadEncoding.of(input).isJson() ? JSON.readTree(EventBody.bytes(input)) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private void add(String name, JsonNode value) {
        String field = operation.fields().stream()
                .filter(known -> plain(known).equals(plain(name)))
                .findFirst()
                .orElseThrow(() -> problem(Quote.of(name, LONGEST_NAME) + " is not a known field; use one of "
                        + String.join(", ", operation.fields())));
        if (value.isNull()) {
            refuseNull(field);
        } else if (values.put(field, value) != null) {
            throw problem("The field " + field + " is there twice");
        }
    }

    // A script whose variable is empty writes null. Without the field, the operation may take more events or steps than
    // were meant, and carry out what was to be a dry run.
    private void refuseNull(String field) {
        if (!field.equals(MAY_BE_NULL) && isStrict.getAsBoolean()) {
            throw problem("The field " + field + " must not be null; leave it out or give it a value");
        }
    }

    // Field names are compared without upper case, hyphens and underscores.
    private static String plain(String name) {
        return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    /** The failure that says what is wrong with the input. */
    ApplicationFailure problem(String problem) {
        return InvalidOperation.of(operation, problem);
    }

    /** The text of a field, without blanks around it; null if the field is absent. */
    @Nullable
    String text(String field) {
        JsonNode value = values.get(field);
        return value == null ? null : text(field, value);
    }

    /** The texts of a field that is a text or a list of texts; empty if the field is absent. */
    List<String> texts(String field) {
        JsonNode value = values.get(field);
        if (value == null) {
            return List.of();
        }
        return value.isArray() && !value.isEmpty()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(each -> text(field, each))
                        .toList()
                : List.of(text(field, value));
    }

    private String text(String field, JsonNode value) {
        if (!value.isTextual() || value.asText().isBlank()) {
            throw problem("The field " + field + " must be text that is not empty");
        }
        return value.asText().strip();
    }

    /** Whether the field is true; false if it is absent. */
    boolean flag(String field) {
        JsonNode value = values.get(field);
        String text = value == null ? "false" : value.asText().strip().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw problem("The field " + field + " must be true or false");
        }
        return text.equals("true");
    }

    /** The whole number of a field; the default if the field is absent. */
    int number(String field, int byDefault, int most) {
        JsonNode value = values.get(field);
        String text = value == null ? String.valueOf(byDefault) : value.asText().strip();
        if (!text.matches("[1-9]\\d{0,5}") || Integer.parseInt(text) > most) {
            throw problem("The field " + field + " must be a whole number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }
}
