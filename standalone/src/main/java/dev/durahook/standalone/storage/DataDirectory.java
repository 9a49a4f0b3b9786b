package dev.durahook.standalone.storage;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds the development server's database, its log and the generated secret.
 *
 * @param path the absolute path
 */
public record DataDirectory(Path path) {

    /** The key of the configured directory. */
    public static final String KEY = "durahook.standalone.data-directory";

    private static final String DEFAULT = ".durahook";

    /** Makes the path absolute. */
    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * The configured directory; {@code .durahook} in the home directory if no directory is configured.
     *
     * @param home the user's home directory
     */
    public static DataDirectory of(@Nullable Path configured, Path home) {
        return new DataDirectory(configured == null ? home.resolve(DEFAULT) : configured);
    }

    /** The database file of the development server. */
    public Path database() {
        return path.resolve("temporal.db");
    }

    /** The log file of the development server, which each start overwrites. */
    public Path log() {
        return path.resolve("temporal.log");
    }

    /** The file that records which development server runs on the database. */
    public Path serverRecord() {
        return path.resolve("temporal.properties");
    }

    /** The file of the generated secret for GitHub's deliveries, used if no secret is configured. */
    public Path githubSecret() {
        return path.resolve("github-secret");
    }

    /**
     * Creates the directory if it is missing. The directory holds events and secrets, so only its owner may read it.
     *
     * @throws InvalidConfigurationException if the directory can't be created
     */
    public void create() {
        try {
            Files.createDirectories(path, OwnerOnly.directory(path));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Whether other users of the machine may open the directory. They can't if {@link #create} has made it. */
    public boolean isOpenToOthers() {
        try {
            return OwnerOnly.isOpenToOthers(path);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Waits for this directory's lock, which one process at a time can hold, and runs an action under the lock. */
    public <T> T locked(Supplier<T> action) {
        create();
        try (ProcessLock lock = lock()) {
            lock.await();
            return action.get();
        }
    }

    private ProcessLock lock() {
        try {
            return ProcessLock.of(path.resolve("lock"));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    InvalidConfigurationException unusable(IOException cause) {
        return new InvalidConfigurationException(
                "The data directory " + path + " can't be used: " + cause,
                "Make it a directory that you may write to, or set " + KEY + " to another.",
                cause);
    }
}
