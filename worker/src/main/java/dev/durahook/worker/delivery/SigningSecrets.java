package dev.durahook.worker.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a destination's deliveries are signed with. Files are read at each delivery, so that a secret is replaced
 * without a restart and an old one is in use no longer than its file says.
 */
final class SigningSecrets {

    /** More than any secret has. */
    private static final int MAX_FILE_BYTES = 4 * 1024;

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
     * @throws InvalidSecretException if a file can't be read or holds no secret; it names the file
     */
    List<SigningKey> keys() {
        return Stream.concat(fixed.stream(), files.stream().map(SigningSecrets::read))
                .toList();
    }

    static SigningKey read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_FILE_BYTES);
            return SigningKey.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (IOException e) {
            throw new InvalidSecretException("can't be read: make '" + file + "' a file that this process may read");
        } catch (InvalidSecretException e) {
            throw new InvalidSecretException("holds no secret: what is in '" + file + "' " + e.problem());
        }
    }
}
