package dev.durahook.worker.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks and reads the values that are to be hidden. */
final class DeclaredRedaction {

    private static final String VALUES = "durahook.redact";
    private static final String FILES = "durahook.redact-files";

    private DeclaredRedaction() {}

    /**
     * The redaction.
     *
     * @throws InvalidRedactionException if a value is too short, or a file can't be read; it names the key
     */
    static Redaction of(RedactionProperties properties) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < properties.redact().size(); i++) {
            values.add(checked(properties.redact().get(i), VALUES + "[" + i + "]"));
        }
        for (int i = 0; i < properties.redactFiles().size(); i++) {
            String key = FILES + "[" + i + "]";
            values.add(checked(read(properties.redactFiles().get(i), key), key));
        }
        return Redaction.of(values);
    }

    private static String read(Path file, String key) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new InvalidRedactionException(
                    key + " can't be read: make '" + file + "' a text file that this process may read");
        }
    }

    private static String checked(String value, String key) {
        if (value.length() < Redaction.MIN_LENGTH) {
            throw new InvalidRedactionException(key + " has fewer than " + Redaction.MIN_LENGTH
                    + " characters, which stand in every text: is the variable set that it is taken from?");
        }
        return value;
    }
}
