package dev.durahook.connection.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.connection.secret.SmallFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads the Temporal CLI's configuration file, {@code temporal.toml}, if {@code TEMPORAL_CONFIG_FILE} names one. */
final class ConfigurationFile {

    private ConfigurationFile() {}

    /**
     * The file's content for {@code temporal-envconfig}, without a byte order mark, which envconfig can't parse. A
     * missing file is refused here, because envconfig would treat it as an empty one.
     *
     * @throws InvalidConfigurationException if the file can't be read, or holds an invisible character outside its
     *     comments
     */
    static byte[] read(String key, String file) {
        try {
            String text = SmallFile.text(Path.of(file));
            InvisibleCharacter.inLines(withoutComments(text)).ifPresent(character -> {
                throw InvalidConfigurationException.ofKey(
                        key, "names a file that holds " + character, "Remove the character.");
            });
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (InvalidTextException e) {
            throw unusable(key, e.fact());
        } catch (InvalidPathException e) {
            throw unreadable(key);
        }
    }

    // An emoji in a comment may hold invisible characters. The empty lines stay, so that the line numbers in messages
    // are right.
    private static String withoutComments(String text) {
        return text.replaceAll("(?m)^[ \\t]*#.*$", "");
    }

    static InvalidConfigurationException unreadable(String key) {
        return unusable(key, "can't be read");
    }

    private static InvalidConfigurationException unusable(String key, String fact) {
        return InvalidConfigurationException.ofFile(
                key, fact, "a UTF-8 file of at most " + SmallFile.MAX_BYTES + " bytes");
    }

    // Reports only the line: the parser's own message quotes the file, which may hold an API key.
    static InvalidConfigurationException malformed(String key, JacksonException failure) {
        int line = failure.getLocation() == null ? 1 : failure.getLocation().getLineNr();
        return InvalidConfigurationException.ofKey(
                key,
                "names a file that is not the TOML of the Temporal CLI, in line " + line,
                "Correct the file; 'temporal config get' shows what the CLI reads from it.");
    }

    /** Whether an unknown key of the file is a table that only the CLI needs. */
    static boolean isOfTheCli(UnrecognizedPropertyException unknown) {
        return path(unknown).matches("profile\\.[^.]+\\.codec");
    }

    // The key alone: the exception's message quotes the file.
    static InvalidConfigurationException unknownKey(String key, UnrecognizedPropertyException unknown) {
        return InvalidConfigurationException.ofKey(
                key,
                "names a file with the unknown key " + path(unknown),
                "Correct or remove the key; 'temporal config get' shows what the CLI reads from the file.");
    }

    private static String path(UnrecognizedPropertyException unknown) {
        return unknown.getPath().stream().map(Reference::getFieldName).collect(Collectors.joining("."));
    }

    static InvalidConfigurationException withoutProfile(String key) {
        return InvalidConfigurationException.ofKey(
                key, "names a file without a profile", "Add a table such as [profile.default], or unset the variable.");
    }

    static InvalidConfigurationException unusableProfile(String key) {
        return InvalidConfigurationException.ofKey(
                key,
                "asks for a profile that the file does not have, or one with a header that gRPC can't send",
                "Correct the name; 'temporal config list' lists the profiles.");
    }
}
