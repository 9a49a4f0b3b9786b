package dev.durahook.standalone.devserver;

import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.standalone.temporal.Temporal;
import dev.durahook.standalone.temporal.TemporalCandidate;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A development server that this process starts with the Temporal CLI and stops at its own end. */
public final class DevelopmentTemporal implements TemporalCandidate {

    private final Executables executables;
    private final DataDirectory directory;
    private final TemporalCandidate running;
    private final Function<Path, Temporal> start;

    /**
     * @param running the server of another run on the same directory
     * @param start starts a server with the CLI at this path
     */
    public DevelopmentTemporal(
            Executables executables,
            DataDirectory directory,
            TemporalCandidate running,
            Function<Path, Temporal> start) {
        this.executables = executables;
        this.directory = directory;
        this.running = running;
        this.start = start;
    }

    @Override
    public Optional<Temporal> find() {
        return executables.find("temporal").map(this::runningOrStarted);
    }

    // If two runs start at the same time, one starts the server and the other finds it.
    private Temporal runningOrStarted(Path cli) {
        return directory.locked(() -> running.find().orElseGet(() -> start.apply(cli)));
    }
}
