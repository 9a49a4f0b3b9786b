package dev.durahook.worker.delivery;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a destination's deliveries are signed with. Files are read at each delivery, so that a secret is replaced
 * without a restart and an old one is in use no longer than its file says.
 */
final class SigningSecrets {

    private final List<SigningKey> fixed;
    private final List<Path> files;

    SigningSecrets(List<SigningKey> fixed, List<Path> files) {
        this.fixed = List.copyOf(fixed);
        this.files = List.copyOf(files);
    }

    /** How many there are. */
    String summary() {
        return switch (fixed.size() + files.size()) {
            case 0 -> "not signed";
            case 1 -> "signed with 1 secret";
            default -> "signed with " + (fixed.size() + files.size()) + " secrets";
        };
    }

    /**
     * The keys as they are now.
     *
     * @throws InvalidSecretException if a file can't be read or holds no secret; it names the file's key
     */
    List<SigningKey> keys() {
        return Stream.concat(fixed.stream(), IntStream.range(0, files.size()).mapToObj(this::ofFile))
                .toList();
    }

    private SigningKey ofFile(int place) {
        String key = "secret-files[" + place + "]";
        try {
            return SigningKey.of(SecretText.inFile(files.get(place)));
        } catch (InvalidTextException e) {
            throw new InvalidSecretException(key, e.problem());
        } catch (InvalidSecretException e) {
            throw new InvalidSecretException(key, "holds no secret: what is in it " + e.problem());
        }
    }
}
