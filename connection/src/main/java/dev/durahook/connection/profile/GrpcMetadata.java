package dev.durahook.connection.profile;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.InvisibleCharacter;
import io.grpc.Metadata;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers that the profile adds to each call. */
final class GrpcMetadata {

    private GrpcMetadata() {}

    /**
     * The headers of the configuration file and of the variables. A variable overrides a header of the file; {@code
     * temporal-envconfig} would send both.
     */
    static Map<String, String> merge(@Nullable Metadata file, Map<String, String> variables) {
        Map<String, String> merged = new HashMap<>();
        if (file != null) {
            file.keys().forEach(name -> merged.put(name, String.valueOf(file.get(key(name)))));
        }
        variables.forEach((variable, value) -> {
            String name = headerOf(variable);
            if (value.isEmpty()) {
                merged.remove(name);
            } else {
                merged.put(name, requirePrintable(variable, value));
            }
        });
        return merged;
    }

    /** The headers as gRPC sends them. */
    static Metadata of(Map<String, String> headers) {
        Metadata metadata = new Metadata();
        headers.forEach((name, value) -> metadata.put(key(name), value));
        return metadata;
    }

    private static String headerOf(String variable) {
        String name = variable.substring(TemporalVariables.METADATA_PREFIX.length())
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
        try {
            return key(name).name();
        } catch (IllegalArgumentException e) {
            throw InvalidConfigurationException.ofKey(
                    variable, "does not name a gRPC header", "Use letters, digits and underscores after the prefix.");
        }
    }

    private static String requirePrintable(String variable, String value) {
        InvisibleCharacter.in(value).ifPresent(character -> {
            throw InvalidConfigurationException.ofKey(
                    variable, "holds " + character, "Remove the character; it is often a line break at the end.");
        });
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw InvalidConfigurationException.ofKey(
                    variable, "holds a character that no header can carry", "Use ASCII characters only.");
        }
        return value;
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
