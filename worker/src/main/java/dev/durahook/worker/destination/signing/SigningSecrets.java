package dev.durahook.worker.destination.signing;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The secrets that a destination's requests are signed with. Secret files are read for each request, so a secret can
 * be replaced without a restart, and an old secret is not used after its file has changed.
 */
public final class SigningSecrets {

    private final List<SigningKey> fixed;
    private final List<Path> files;

    /**
     * The secrets of one destination.
     *
     * @param fixed the keys that are written in the configuration
     * @param files the files that each hold one more secret
     */
    public SigningSecrets(List<SigningKey> fixed, List<Path> files) {
        this.fixed = List.copyOf(fixed);
        this.files = List.copyOf(files);
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
        return Stream.concat(fixed.stream(), IntStream.range(0, files.size()).mapToObj(this::ofFile))
                .toList();
    }

    private SigningKey ofFile(int place) {
        String key = "secret-files[" + place + "]";
        String secret;
        try {
            secret = SecretText.inFile(files.get(place));
        } catch (InvalidTextException e) {
            throw new InvalidSecretException(key, e.problem());
        }
        try {
            return SigningKey.of(secret);
        } catch (InvalidTextException e) {
            throw new InvalidSecretException(key, "holds no valid secret: its content " + e.problem());
        }
    }
}
