package dev.durahook.reliability.install;

import dev.durahook.reliability.process.Node;

/**
 * The disk of the server's database, which can be filled. A database may end when its disk is full, so it is started again
 * when the disk has been freed.
 */
public final class DatabaseDisk {

    private final SmallDisk disk;
    private final Runnable afterwards;

    private DatabaseDisk(SmallDisk disk, Runnable afterwards) {
        this.disk = disk;
        this.afterwards = afterwards;
    }

    /** The disk of a database that is part of the server's own process, as the development server's is. */
    static DatabaseDisk ofServer(SmallDisk disk) {
        return new DatabaseDisk(disk, () -> {});
    }

    /**
     * The disk of a database that is a process of its own.
     *
     * @param database the process of the database
     * @param server the server, which does not answer without its database
     */
    static DatabaseDisk of(SmallDisk disk, Node database, TestedTemporal server) {
        return new DatabaseDisk(disk, () -> server.awaitAnswer(() -> startIfEnded(database)));
    }

    /** Fills the disk. */
    public void fill() {
        disk.fill();
    }

    /**
     * Frees the disk again, and waits until the server answers.
     *
     * @throws IllegalStateException if the server does not answer for minutes
     */
    public void free() {
        disk.free();
        afterwards.run();
    }

    // The database may end even after the disk was freed, because its last recovery has found the disk full.
    static void startIfEnded(Node database) {
        if (!database.isAlive()) {
            database.start();
        }
    }
}
