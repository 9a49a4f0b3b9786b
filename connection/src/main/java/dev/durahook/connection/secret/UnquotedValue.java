package dev.durahook.connection.secret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.core.io.Resource;

/**
 * A value of the configuration that YAML has read as a number, or as true or false, although it must be a text.
 *
 * @param property the value, and the place where it is written
 */
record UnquotedValue(ConfigurationProperty property) {

    private static final String END = "([\\s,\\]}].*)?";

    /** Whether YAML has read a value as a text. */
    static boolean isText(ConfigurationProperty property) {
        return property.getValue() instanceof CharSequence;
    }

    /** The problem and the remedy: the rest of a sentence that begins with the configuration key. */
    String problem() {
        return property.getValue() instanceof Number
                ? "is read as a number, which may lose zeros and digits: put it in quotation marks"
                : "is read as true or false: put it in quotation marks";
    }

    /** Whether the value, as a text, is exactly what is written in the file. */
    boolean isUnchanged() {
        if (origin() instanceof TextResourceOrigin text && text.getResource() != null && text.getLocation() != null) {
            return written(text.getResource(), text.getLocation())
                    .matches(Pattern.quote(property.getValue().toString()) + END);
        }
        // In JSON and in a program's own maps, these types can be written in one way only.
        return property.getValue() instanceof Integer
                || property.getValue() instanceof Long
                || property.getValue() instanceof BigInteger
                || property.getValue() instanceof Boolean;
    }

    private @Nullable Origin origin() {
        return property.getOrigin() instanceof PropertySourceOrigin source ? source.getOrigin() : property.getOrigin();
    }

    private static String written(Resource resource, Location location) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
            String line = reader.lines().skip(location.getLine()).findFirst().orElse("");
            return line.substring(Math.min(location.getColumn(), line.length()));
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
