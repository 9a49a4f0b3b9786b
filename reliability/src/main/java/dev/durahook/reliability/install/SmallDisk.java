package dev.durahook.reliability.install;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small file system on which the server keeps its database, so that the disk can be filled.
 *
 * @param folder a folder on the file system
 */
record SmallDisk(Path folder) {

    private static final long LARGEST = 4L << 30;
    private static final int PIECE = 1 << 20;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if the file system is so large that it is likely to be the machine's own
     */
    SmallDisk {
        try {
            if (Files.getFileStore(folder).getTotalSpace() > LARGEST) {
                throw new IllegalArgumentException("--small-disk must be on a file system of its own, of 4 GB at most:"
                        + " the run fills it. Use for example: mount -t tmpfs -o size=500m tmpfs " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of --small-disk can't be used: " + folder, e);
        }
    }

    /** Fills the disk. */
    void fill() {
        fill(filler());
    }

    /**
     * Writes to a file until the disk takes no more.
     *
     * @throws UncheckedIOException if the file can't be opened, which says nothing about the disk's space
     */
    static void fill(Path filler) {
        try (OutputStream file = Files.newOutputStream(filler)) {
            writeUntilFull(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the disk can't be filled with " + filler, e);
        }
    }

    private static void writeUntilFull(OutputStream file) {
        byte[] piece = new byte[PIECE];
        try {
            while (true) {
                file.write(piece);
            }
        } catch (IOException full) {
            // This is how the last piece fails.
        }
    }

    /** Frees the disk again. */
    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }
}
