package dev.durahook.worker.destination.signing;

import dev.durahook.connection.secret.BoundedReading;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets that a destination's requests are signed with. Secret files are read for each request, so a secret can
 * be replaced without a restart, and an old secret is not used after its file has changed. While a disk does not answer, or
 * another request reads the files, what was read before counts.
 */
public final class SigningSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(SigningSecrets.class);

    /** How long a request waits for a disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<SigningKey> fixed;
    private final List<Path> files;
    private final Function<Path, String> content;
    private final BoundedReading reading;
    private volatile Supplier<List<SigningKey>> ofFiles;

    /**
     * Reads the files for the first time.
     *
     * @param fixed the keys that are written in the configuration
     * @param files the files that each hold one more secret
     */
    public SigningSecrets(List<SigningKey> fixed, List<Path> files) {
        this(fixed, files, SecretText::inFile, PATIENCE);
    }

    /**
     * Reads the files for the first time.
     *
     * @param content reads a file
     * @param patience the longest time that a request waits for the files
     */
    SigningSecrets(List<SigningKey> fixed, List<Path> files, Function<Path, String> content, Duration patience) {
        this.fixed = List.copyOf(fixed);
        this.files = List.copyOf(files);
        this.content = content;
        this.reading = new BoundedReading(patience);
        this.ofFiles = read();
    }

    /** Returns how many secrets sign a request, as a text for the log. */
    public String summary() {
        return switch (fixed.size() + files.size()) {
            case 0 -> "not signed";
            case 1 -> "signed with 1 secret";
            default -> "signed with " + (fixed.size() + files.size()) + " secrets";
        };
    }

    /**
     * Reads the secret files and returns all keys.
     *
     * @throws InvalidSecretException if a file can't be read or holds no valid secret; the exception names the file's
     *     key
     */
    public List<SigningKey> keys() {
        if (files.isEmpty()) {
            return fixed;
        }
        if (!reading.run(() -> ofFiles = read())) {
            LOG.warn(
                    "A secret file of a destination can't be read, because its disk does not answer: {}. Its content"
                            + " stays in use",
                    files);
        }
        return Stream.concat(fixed.stream(), ofFiles.get().stream()).toList();
    }

    private Supplier<List<SigningKey>> read() {
        try {
            List<SigningKey> read =
                    IntStream.range(0, files.size()).mapToObj(this::ofFile).toList();
            return () -> read;
        } catch (InvalidSecretException e) {
            return () -> {
                throw new InvalidSecretException(e.key(), e.problem());
            };
        }
    }

    private SigningKey ofFile(int place) {
        String secret;
        try {
            secret = content.apply(files.get(place));
        } catch (InvalidTextException e) {
            throw new InvalidSecretException(key(place), e.problem());
        }
        try {
            return SigningKey.of(secret);
        } catch (InvalidTextException e) {
            throw new InvalidSecretException(key(place), "holds no valid secret: its content " + e.problem());
        }
    }

    private static String key(int place) {
        return "secret-files[" + place + "]";
    }
}
