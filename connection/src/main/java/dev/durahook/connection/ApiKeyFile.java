package dev.durahook.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An API key in a file, read at each call: Temporal Cloud's keys expire, and a mounted secret is replaced under a running
 * application. While there is no readable key in the file, the last one is sent: whether it still holds is Temporal's to
 * say.
 */
final class ApiKeyFile implements ApiKey {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFile.class);

    private final Path file;
    private volatile String last;
    private volatile boolean unreadable;

    private ApiKeyFile(Path file, String first) {
        this.file = file;
        this.last = first;
    }

    /**
     * Opens the file.
     *
     * @throws InvalidConnectionException if it holds no key now
     */
    static ApiKeyFile open(Path file) {
        String first = read(file);
        if (first == null) {
            throw new InvalidConnectionException(
                    ConnectionKeys.API_KEY_FILE,
                    "names a file that can't be read or holds no API key",
                    "Correct the path, the file's permissions or its content: the key and nothing else.");
        }
        return new ApiKeyFile(file, first);
    }

    @Override
    public String current() {
        String read = read(file);
        report(read);
        if (read != null) {
            last = read;
        }
        return last;
    }

    private void report(@Nullable String read) {
        if (read == null) {
            if (!unreadable) {
                LOG.warn("{} holds no API key any more: the last one is still sent", ConnectionKeys.API_KEY_FILE);
            }
        } else if (!read.equals(last)) {
            LOG.info("{} has changed: the new API key is sent", ConnectionKeys.API_KEY_FILE);
        }
        unreadable = read == null;
    }

    private static @Nullable String read(Path file) {
        try {
            String key = Files.readString(file, StandardCharsets.UTF_8).strip();
            return ApiKey.isWellFormed(key) ? key : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ApiKeyFile[" + file + "]";
    }
}
