package dev.durahook.reliability.install;

import dev.durahook.loadsupport.process.Jars;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The jar from which an application is started: this version's, or an older version's. */
final class ApplicationJar {

    private final Path current;
    private final @Nullable Path older;
    private volatile boolean isOlder;

    /**
     * Finds the jars of a module.
     *
     * @param older the jars of an older version, if there are any
     * @throws IllegalStateException if a jar is missing
     */
    ApplicationJar(String module, Jars current, @Nullable Jars older) {
        this.current = current.application(module);
        this.older = older == null ? null : older.application(module);
    }

    /** The jar for the next start. */
    Path path() {
        return isOlder && older != null ? older : current;
    }

    /** The end of a log's name, which tells the logs of the older version from the others. */
    String mark() {
        return isOlder ? "-older" : "";
    }

    /** Chooses the version for the next starts. */
    void choose(boolean olderVersion) {
        isOlder = olderVersion;
    }
}
