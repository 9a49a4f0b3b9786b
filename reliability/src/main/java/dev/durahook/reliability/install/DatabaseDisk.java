package dev.durahook.reliability.install;

import dev.durahook.loadsupport.time.Pause;
import dev.durahook.reliability.process.Node;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The disk of the server's database, which can be filled. A database may end when its disk is full, so it is started again
 * when the disk has been freed.
 */
public final class DatabaseDisk {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final SmallDisk disk;
    private final Runnable untilTheServerAnswers;

    private DatabaseDisk(SmallDisk disk, Runnable untilTheServerAnswers) {
        this.disk = disk;
        this.untilTheServerAnswers = untilTheServerAnswers;
    }

    /** The disk of a database that is part of the server's own process, as the development server's is. */
    static DatabaseDisk ofServer(SmallDisk disk) {
        return new DatabaseDisk(disk, () -> {});
    }

    /**
     * The disk of a database that is a process of its own.
     *
     * @param database the process of the database
     * @param answers whether the server answers, which it does not do without its database
     */
    static DatabaseDisk of(SmallDisk disk, Node database, BooleanSupplier answers) {
        return new DatabaseDisk(disk, () -> awaitAnswer(database, answers));
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
        untilTheServerAnswers.run();
    }

    // The database may end also after the disk was freed: an attempt to recover that found the disk full ends it.
    static void awaitAnswer(Node database, BooleanSupplier answers) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!answers.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("Temporal does not answer after the disk of its database was freed");
            }
            if (!database.isAlive()) {
                database.start();
            }
            Pause.of(PAUSE);
        }
    }
}
