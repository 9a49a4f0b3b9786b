package dev.durahook.connection;

import com.fasterxml.jackson.core.JacksonException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The CLI's {@code temporal.toml}, when a variable names it. */
final class ConfigurationFile {

    private ConfigurationFile() {}

    // envconfig takes a missing file for an empty one, also when it was asked for by name.
    static void require(String key, String file) {
        try {
            if (!Files.isReadable(Path.of(file))) {
                throw unreadable(key);
            }
        } catch (InvalidPathException e) {
            throw unreadable(key);
        }
    }

    static InvalidConnectionException unreadable(String key) {
        return new InvalidConnectionException(
                key,
                "names a file that does not exist or can't be read",
                "Correct the path or the file's permissions.");
    }

    // Only the place: the parser's message quotes the file, which may hold an API key.
    static InvalidConnectionException malformed(String key, JacksonException failure) {
        int line = failure.getLocation() == null ? 1 : failure.getLocation().getLineNr();
        return new InvalidConnectionException(
                key,
                "names a file that is not the TOML of the Temporal CLI, in line " + line,
                "Correct the file; 'temporal config get' shows what the CLI reads from it.");
    }

    static InvalidConnectionException withoutProfile(String key) {
        return new InvalidConnectionException(
                key, "names a file without a profile", "Add a table such as [profile.default], or unset the variable.");
    }

    static InvalidConnectionException unusableProfile(String key) {
        return new InvalidConnectionException(
                key,
                "asks for a profile that the file does not have, or one with a header that gRPC can't send",
                "Correct the name; 'temporal config list' shows the profiles there are.");
    }
}
