package dev.durahook.connection.configuration;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.ClassUtils;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;

/** Says which values a key takes, for the message about a value that can't be read. */
public final class PermittedValues {

    private static final Map<Class<?>, String> FORMS = Map.of(
            Duration.class, "write a duration without a space, such as 500ms, 30s, 5m, 1h or 7d",
            DataSize.class, "write a size without a space and in capital letters, such as 500000B, 64KB or 1MB",
            Instant.class, "write a moment such as 2027-01-31T12:00:00Z",
            MimeType.class, "write a media type such as application/json",
            Boolean.class, "write true or false",
            Integer.class, "write a whole number",
            Float.class, "write a number",
            Double.class, "write a number");

    private PermittedValues() {}

    /** Returns the values that the key of this failure takes, as a sentence without its full stop. */
    public static String of(BindException failure) {
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        if (type.isEnum()) {
            return "use one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(PermittedValues::written)
                            .collect(Collectors.joining(", "));
        }
        String form = FORMS.get(ClassUtils.resolvePrimitiveIfNecessary(type));
        return form == null ? "it must be of type " + failure.getTarget().getType() : form;
    }

    private static String written(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
