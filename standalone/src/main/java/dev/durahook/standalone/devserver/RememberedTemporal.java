package dev.durahook.standalone.devserver;

import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.standalone.temporal.LocalAddress;
import dev.durahook.standalone.temporal.Temporal;
import dev.durahook.standalone.temporal.TemporalCandidate;
import java.util.Optional;

/**
 * The development server of another run of the application, which was killed or is still running. This server must be
 * used, on any port, because two servers on one database ruin it.
 */
public final class RememberedTemporal implements TemporalCandidate {

    private final DataDirectory directory;
    private final DevServerRecord serverRecord;
    private final Processes processes;

    /** Looks for the server that is recorded in this directory. */
    public RememberedTemporal(DataDirectory directory, Processes processes) {
        this.directory = directory;
        this.serverRecord = new DevServerRecord(directory.serverRecord());
        this.processes = processes;
    }

    // Holds the lock, so that a server that is just being stopped is not taken for a running one.
    @Override
    public Optional<Temporal> find() {
        return serverRecord.read().isEmpty() ? Optional.empty() : directory.locked(this::running);
    }

    private Optional<Temporal> running() {
        return serverRecord
                .read()
                .filter(server -> processes.isTemporal(server.process()))
                .map(this::found);
    }

    private Temporal found(DevServerRecord.RecordedServer server) {
        String target = LocalAddress.target(server.port());
        return Temporal.lasting(target, LocalAddress.webUi(server.webUiPort()), describe(target, server));
    }

    private String describe(String target, DevServerRecord.RecordedServer server) {
        return processes.isAlive(server.owner())
                ? "the development server on " + target + ", which another run has started and will stop at its own end"
                : "the development server on " + target + " that a killed run has left; 'kill " + server.process()
                        + "' stops it";
    }
}
