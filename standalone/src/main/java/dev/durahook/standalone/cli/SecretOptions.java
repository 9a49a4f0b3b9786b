package dev.durahook.standalone.cli;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import dev.durahook.standalone.storage.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say where the secret is. The secret itself is never an argument, because every user of the machine
 * can read a process's arguments.
 */
final class SecretOptions {

    static final String VARIABLE = "DURAHOOK_SECRET";

    private static final String KEY = "-----BEGIN ";
    private static final String GITHUB = "github";
    private static final String GITHUB_VARIABLE = "GITHUB_WEBHOOK_SECRET";
    private static final String DIRECTORY_VARIABLE = "DURAHOOK_STANDALONE_DATA_DIRECTORY";

    private final Terminal terminal;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "The file that holds the secret; - for the standard input. Default: the value of "
                    + "the variable "
                    + VARIABLE + ", or for github the secret of a standalone application on this machine.")
    private @Nullable String file;

    SecretOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    String secret(String scheme, InputReader inputs) {
        Map<String, String> environment = terminal.environment();
        if (file != null) {
            byte[] content = inputs.read(file);
            return checked("the secret in --secret-file", () -> oneLineOrKey(SecretText.linesIn(content)));
        }
        String given = environment.get(VARIABLE);
        if (given != null) {
            return checked(VARIABLE, () -> oneLineOrKey(SecretText.linesIn(given)));
        }
        if (scheme.equals(GITHUB)) {
            return ofStandalone();
        }
        throw missing();
    }

    // Looks in the same order as the standalone application.
    private String ofStandalone() {
        String configured = terminal.environment().getOrDefault(GITHUB_VARIABLE, "");
        if (!configured.isBlank()) {
            return checked(GITHUB_VARIABLE, () -> SecretText.written(configured));
        }
        Path generated = terminal.dataDirectory(configuredDirectory()).githubSecret();
        if (Files.notExists(generated)) {
            throw missing();
        }
        return checked("the generated secret", () -> SecretText.inFile(generated));
    }

    private @Nullable String configuredDirectory() {
        String variable = terminal.environment().get(DIRECTORY_VARIABLE);
        return variable == null ? new Configurations(terminal).read(null).getProperty(DataDirectory.KEY) : variable;
    }

    // A private key has several lines. No receiver accepts another secret of several lines, and no header can hold it.
    private static String oneLineOrKey(String text) {
        return text.startsWith(KEY) ? text : SecretText.lineIn(text);
    }

    // A secret that no receiver would accept is refused before it is used.
    private static String checked(String name, Supplier<String> reading) {
        try {
            return reading.get();
        } catch (InvalidTextException e) {
            throw new CommandFailedException(name + " " + e.problem());
        }
    }

    private static CommandFailedException missing() {
        return new CommandFailedException("no secret: name its file with --secret-file, or - for the standard input, "
                + "or set the variable " + VARIABLE);
    }
}
