package dev.durahook.connection.profile;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.BoundedReading;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An API key in a file. The file is read at each call, because Temporal Cloud's keys expire and a mounted secret is
 * replaced while the application runs. If the file holds no readable key, its disk does not answer, or another call is
 * reading it, the last key is sent: Temporal decides whether it is still valid.
 */
final class ApiKeyFile implements ApiKey {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFile.class);

    /** How long a call waits for a disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Path file;
    private final Function<Path, String> content;
    private final BoundedReading reading;
    private volatile String last;
    private final AtomicReference<@Nullable String> lastProblem = new AtomicReference<>();

    /**
     * Reads the file for the first time.
     *
     * @param content reads the file
     * @param patience the longest time that a call waits for the file
     * @throws InvalidTextException if the file holds no key
     */
    ApiKeyFile(Path file, Function<Path, String> content, Duration patience) {
        this.file = file;
        this.content = content;
        this.reading = new BoundedReading(patience);
        this.last = read();
    }

    /**
     * Opens the file.
     *
     * @throws InvalidConfigurationException if the file holds no key
     */
    static ApiKeyFile open(Path file) {
        try {
            return new ApiKeyFile(file, SecretText::inFile, PATIENCE);
        } catch (InvalidTextException e) {
            throw InvalidConfigurationException.ofKey(
                    ConnectionKeys.API_KEY_FILE,
                    e.problem(),
                    "Correct the path, the file's permissions or its content: the key and nothing else.");
        }
    }

    @Override
    public String current() {
        if (!reading.run(this::refresh)) {
            warn("can't be read, because its disk does not answer");
        }
        return last;
    }

    private void refresh() {
        try {
            replace(read());
        } catch (InvalidTextException e) {
            warn(e.problem());
        }
    }

    // While the file is being written, it may be empty or incomplete. The same problem is logged only once.
    private void warn(String problem) {
        if (!problem.equals(lastProblem.getAndSet(problem))) {
            LOG.warn("{} {}. The last API key is still sent", ConnectionKeys.API_KEY_FILE, problem);
        }
    }

    private void replace(String read) {
        if (!read.equals(last)) {
            LOG.info("{} has changed: the new API key is sent", ConnectionKeys.API_KEY_FILE);
        }
        last = read;
        lastProblem.set(null);
    }

    private String read() {
        String key = content.apply(file);
        ApiKey.problem(key).ifPresent(problem -> {
            throw new InvalidTextException(problem + ": write the API key into the file, and nothing else");
        });
        return key;
    }

    /** Leaves out the key, which is a secret. */
    @Override
    public String toString() {
        return "ApiKeyFile[" + file + "]";
    }
}
