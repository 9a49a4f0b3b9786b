package dev.durahook.connection.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small files that a person or a deployment wrote, such as a secret, a certificate or a profile. */
public final class SmallFile {

    /** The largest size of a text file: larger than any secret or private key. */
    public static final int MAX_BYTES = 64 * 1024;

    private SmallFile() {}

    /**
     * The text of a file of at most {@value #MAX_BYTES} bytes.
     *
     * @throws InvalidTextException if the file can't be read, is larger, or is neither UTF-8 nor UTF-16 with a byte
     *     order mark
     */
    public static String text(Path file) {
        try {
            return FileText.of(bytes(file, MAX_BYTES));
        } catch (CharacterCodingException e) {
            throw InvalidTextException.ofFile("is not UTF-8", "save " + named(file) + " as UTF-8");
        }
    }

    /**
     * The bytes of a file.
     *
     * @param maxBytes the largest allowed size of the file
     * @throws InvalidTextException if the file can't be read, or is larger
     */
    public static byte[] bytes(Path file, int maxBytes) {
        requireRegular(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(maxBytes + 1);
            if (content.length > maxBytes) {
                throw InvalidTextException.ofFile("holds more than " + maxBytes + " bytes", "name another file");
            }
            return content;
        } catch (IOException e) {
            throw InvalidTextException.ofFile(
                    "can't be read", "make " + named(file) + " a UTF-8 file that this process may read");
        }
    }

    // Reading from a pipe could wait for ever.
    private static void requireRegular(Path file) {
        if (file.toString().isBlank()) {
            throw InvalidTextException.ofFile("is empty", "name a file, or leave it out");
        }
        if (Files.isDirectory(file)) {
            throw InvalidTextException.ofFile("is a folder", "name a file in " + named(file));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw InvalidTextException.ofFile("is a pipe or a device", "make " + named(file) + " a file");
        }
    }

    // Only an absolute path is quoted, because the configuration may hold the secret itself by mistake, instead of a
    // path.
    private static String named(Path file) {
        return file.isAbsolute() ? "'" + file + "'" : "it";
    }
}
