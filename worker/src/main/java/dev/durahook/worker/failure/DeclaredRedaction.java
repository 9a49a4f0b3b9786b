package dev.durahook.worker.failure;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads and checks the values that are declared under {@code durahook.redact} and {@code durahook.redact-files}. */
final class DeclaredRedaction {

    private static final String VALUES = "durahook.redact";
    private static final String FILES = "durahook.redact-files";

    private DeclaredRedaction() {}

    /**
     * Returns a redaction that hides the declared values.
     *
     * @throws InvalidConfigurationException if a value is too short, or if a file can't be read; the message names the key
     */
    static Redaction of(RedactionProperties properties) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < properties.redact().size(); i++) {
            String value = properties.redact().get(i);
            values.add(checked(VALUES + "[" + i + "]", () -> SecretText.linesIn(value)));
        }
        for (int i = 0; i < properties.redactFiles().size(); i++) {
            Path file = properties.redactFiles().get(i);
            values.add(checked(FILES + "[" + i + "]", () -> SecretText.linesInFile(file)));
        }
        return Redaction.of(values);
    }

    // A value with an invisible character is refused, because no text contains it and the secret would stay visible.
    private static String checked(String key, Supplier<String> reading) {
        String value;
        try {
            value = reading.get();
        } catch (InvalidTextException e) {
            throw invalid(key, e.problem());
        }
        if (value.length() < Redaction.MIN_LENGTH) {
            throw invalid(
                    key,
                    "has fewer than " + Redaction.MIN_LENGTH
                            + " characters, and almost every text contains such a value: use a longer one, or set the variable"
                            + " that it is taken from");
        }
        return value;
    }

    static InvalidConfigurationException invalid(String key, String problem) {
        return InvalidConfigurationException.ofKey(key, problem, "Correct the value, or leave the key out.");
    }
}
