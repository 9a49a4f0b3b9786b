package dev.durahook.standalone.temporal;

import dev.durahook.standalone.storage.DataDirectory;
import java.util.Optional;

/**
 * The development server of another run: one that was killed, or one that is still going. It has to be used, on whatever
 * port it is, because two servers on one database ruin it.
 */
final class RememberedTemporal implements TemporalCandidate {

    private final DataDirectory directory;
    private final DevServerRecord serverRecord;
    private final Processes processes;

    RememberedTemporal(DataDirectory directory, Processes processes) {
        this.directory = directory;
        this.serverRecord = new DevServerRecord(directory.serverRecord());
        this.processes = processes;
    }

    // Under the lock, so that a server that is just being stopped is not taken for one that runs.
    @Override
    public Optional<Temporal> find() {
        return serverRecord.read().isEmpty() ? Optional.empty() : directory.locked(this::running);
    }

    private Optional<Temporal> running() {
        return serverRecord
                .read()
                .filter(entry -> processes.isTemporal(entry.process()))
                .map(this::found);
    }

    private Temporal found(DevServerRecord.Entry entry) {
        String target = LocalAddress.target(entry.port());
        return Temporal.lasting(target, LocalAddress.webUi(entry.webUiPort()), describe(target, entry));
    }

    private String describe(String target, DevServerRecord.Entry entry) {
        return processes.isAlive(entry.owner())
                ? "the development server on " + target + " of another run, with which it ends"
                : "the development server on " + target + " that a killed run has left; 'kill " + entry.process()
                        + "' stops it";
    }
}
