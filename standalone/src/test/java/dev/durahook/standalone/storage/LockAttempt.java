package dev.durahook.standalone.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A program that tries to take the lock on a file. Inside one process, the loss of a lock can't be seen. */
final class LockAttempt {

    /** The exit code if the lock was free. */
    static final int TAKEN = 10;

    /** The exit code if another process holds the lock. */
    static final int REFUSED = 11;

    private LockAttempt() {}

    public static void main(String[] file) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
            System.exit(channel.tryLock() == null ? REFUSED : TAKEN);
        }
    }
}
