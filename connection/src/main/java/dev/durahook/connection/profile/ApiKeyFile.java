package dev.durahook.connection.profile;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An API key in a file. The file is read at each call, because Temporal Cloud's keys expire and a mounted secret is
 * replaced while the application runs. If the file holds no readable key, the last key is sent: Temporal decides
 * whether it is still valid.
 */
final class ApiKeyFile implements ApiKey {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFile.class);

    private final Path file;
    private volatile String last;
    private final AtomicReference<@Nullable String> lastProblem = new AtomicReference<>();

    private ApiKeyFile(Path file, String first) {
        this.file = file;
        this.last = first;
    }

    /**
     * Opens the file.
     *
     * @throws InvalidConfigurationException if the file holds no key
     */
    static ApiKeyFile open(Path file) {
        try {
            return new ApiKeyFile(file, read(file));
        } catch (InvalidTextException e) {
            throw InvalidConfigurationException.ofKey(
                    ConnectionKeys.API_KEY_FILE,
                    e.problem(),
                    "Correct the path, the file's permissions or its content: the key and nothing else.");
        }
    }

    // One call at a time, so that a key that was read before a change is never remembered after the changed key.
    @Override
    public synchronized String current() {
        try {
            String read = read(file);
            replace(read);
            return read;
        } catch (InvalidTextException e) {
            warn(e.problem());
            return last;
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

    private static String read(Path file) {
        String key = SecretText.inFile(file);
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
