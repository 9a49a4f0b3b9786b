package dev.durahook.standalone.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The lock on a file, which one process at a time can hold. The threads of a process hold the lock together: when a start
 * is interrupted, the shutdown must still stop what the start has launched. The lock is released after the last thread
 * has closed it, or with the process.
 *
 * <p>A process must not open the file a second time: when it closes any channel of the file, the operating system
 * releases all locks that the process has on the file.
 */
final class ProcessLock implements AutoCloseable {

    private static final Map<Path, ProcessLock> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private int threads;
    private boolean awaited;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Returns the lock on a file, which must be closed.
     *
     * @throws IOException if the file can't be opened
     */
    static ProcessLock of(Path file) throws IOException {
        synchronized (HELD) {
            ProcessLock lock = HELD.get(file);
            if (lock == null) {
                lock = new ProcessLock(
                        file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                HELD.put(file, lock);
            }
            lock.threads++;
            return lock;
        }
    }

    /** Waits until this process holds the lock. Another thread of this process that waits or has waited is enough. */
    void await() {
        if (isFirst()) {
            try {
                channel.lock();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isFirst() {
        synchronized (HELD) {
            boolean isFirst = !awaited;
            awaited = true;
            return isFirst;
        }
    }

    @Override
    public void close() {
        synchronized (HELD) {
            threads--;
            if (threads == 0) {
                HELD.remove(file);
                closeChannel();
            }
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
