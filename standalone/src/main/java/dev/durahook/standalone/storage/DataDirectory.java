package dev.durahook.standalone.storage;

import dev.durahook.standalone.failure.StartFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * The directory that holds the development server's database, its log and the generated secret.
 *
 * @param path where it is, absolute
 */
public record DataDirectory(Path path) {

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** The events of the development server. */
    public Path database() {
        return path.resolve("temporal.db");
    }

    /** What the development server says; overwritten by each start. */
    public Path log() {
        return path.resolve("temporal.log");
    }

    /** Which development server is running on the database. */
    public Path serverRecord() {
        return path.resolve("temporal.properties");
    }

    /** The secret that signs GitHub's deliveries, where none is configured. */
    public Path githubSecret() {
        return path.resolve("github-secret");
    }

    /** Creates it where it is missing. It holds events and secrets, so nobody else may read it. */
    public void create() {
        try {
            Files.createDirectories(path, OwnerOnly.directory(path));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Does something while no other process does anything under this directory's lock. Waits its turn. */
    public <T> T locked(Supplier<T> action) {
        create();
        try (FileChannel channel = openLock()) {
            // Released when the channel is closed, or with the process.
            channel.lock();
            return action.get();
        } catch (OverlappingFileLockException e) {
            // This process has it: a start that is told to end, from another thread, has to stop what it started.
            return action.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel openLock() {
        try {
            return FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    StartFailedException unusable(IOException cause) {
        return new StartFailedException(
                "The data directory " + path + " can't be used: " + cause,
                "Make it a directory that you may write to, or set durahook.standalone.data-directory to another.",
                cause);
    }
}
