package dev.durahook.workflows.reading;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.text.Excerpt;
import io.temporal.common.converter.DataConverterException;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explains why a body can't be read as a type, in a sentence that names the field and quotes nothing. Jackson's own
 * message contains the value, and Temporal's message contains the beginning of the body.
 */
public final class ReadFailure {

    /** The failure type of an event whose body can't be read. */
    public static final String TYPE = "UnreadableBody";

    private static final int LONGEST_PATH = 200;
    private static final String DECLARE_RAW_VALUE = ". Declare RawValue to accept any bytes";
    private static final String NOT_UTF_8 = " is not valid JSON: it has bytes that are not UTF-8";

    private ReadFailure() {}

    /** Why a body can't be read as this type. */
    public static String of(Throwable failure, Type wanted) {
        return of("the body", failure, wanted);
    }

    /** Replaces a failure that quotes a value by a failure that quotes nothing. */
    static DataConverterException withoutValues(DataConverterException failure, Type wanted) {
        return new DataConverterException(of("the value", failure, wanted));
    }

    private static String of(String value, Throwable failure, Type wanted) {
        return cause(failure, JsonMappingException.class)
                .map(mapping -> mapping(value, mapping, wanted))
                .or(() -> cause(failure, JsonParseException.class).map(syntax -> syntax(value, syntax)))
                .or(() -> cause(failure, CharacterCodingException.class).map(bytes -> value + NOT_UTF_8))
                .orElseGet(() -> value + " can't be read as " + name(wanted) + ": "
                        + root(failure).getClass().getName());
    }

    /** Why JSON can't be read as the type of a workflow's argument. */
    static String ofArgument(Throwable failure, Type wanted) {
        if (wanted == WebhookEvent.class) {
            return "the body can't be read as WebhookEvent. Declare the WebhookEvent as the first parameter of the workflow,"
                    + " and the body's type as the second";
        }
        boolean isOfAnyBytes = wanted == String.class || wanted == byte[].class;
        return isOfAnyBytes ? of(failure, wanted) + DECLARE_RAW_VALUE : of(failure, wanted);
    }

    /** Why bytes that are not JSON can't be read as this type. */
    static String notJson(Type wanted) {
        return "the body is not JSON, so it can't be read as " + name(wanted) + DECLARE_RAW_VALUE;
    }

    private static String mapping(String value, JsonMappingException failure, Type wanted) {
        String field = failure.getPath().isEmpty() ? value : "the field " + path(failure.getPath());
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return name(unknown.getReferringClass()) + " does not declare " + field
                    + ". Annotate the type with @JsonIgnoreProperties(ignoreUnknown = true) to ignore unknown fields";
        }
        if (failure instanceof InvalidDefinitionException unusable && unusable.getType() != null) {
            return field + " can't be read as " + name(unusable.getType().getRawClass())
                    + ", because this type has no constructor or deserializer that Jackson can use";
        }
        String target = target(failure)
                .or(() -> failure.getPath().isEmpty() ? Optional.of(wanted) : Optional.empty())
                .map(type -> " as " + name(type))
                .orElse("");
        String reason = failure.getCause() == null
                ? ""
                : ": " + root(failure).getClass().getName();
        return field + " can't be read" + target + reason;
    }

    private static Optional<Type> target(JsonMappingException failure) {
        if (failure instanceof MismatchedInputException mismatch) {
            return Optional.ofNullable(mismatch.getTargetType());
        }
        return failure instanceof ValueInstantiationException refused
                ? Optional.ofNullable(refused.getType()).map(JavaType::getRawClass)
                : Optional.empty();
    }

    private static String syntax(String value, JsonParseException failure) {
        JsonLocation place = failure.getLocation();
        return value + " is not valid JSON"
                + (place == null ? "" : ": line " + place.getLineNr() + ", column " + place.getColumnNr());
    }

    // The key of a map comes from the sender, and may be personal data.
    private static String path(List<Reference> references) {
        return Excerpt.of(
                "$"
                        + references.stream()
                                .map(reference -> reference.getIndex() >= 0
                                        ? "[" + reference.getIndex() + "]"
                                        : reference.getFrom() instanceof Map ? "[*]" : "." + reference.getFieldName())
                                .collect(Collectors.joining()),
                LONGEST_PATH);
    }

    private static String name(Type type) {
        return type instanceof Class<?> known ? known.getSimpleName() : type.getTypeName();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, cause -> cause.getCause())
                .limit(20);
    }
}
