package dev.durahook.standalone.temporal;

import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * The development server of another run: one that was killed, or one that is still running. It has to be used, on
 * whatever port it is, because two servers on one database ruin it.
 */
final class RememberedTemporal implements TemporalCandidate {

    private final DevServerRecord serverRecord;
    private final LongPredicate running;

    RememberedTemporal(DevServerRecord serverRecord, LongPredicate running) {
        this.serverRecord = serverRecord;
        this.running = running;
    }

    @Override
    public Optional<Temporal> find() {
        return serverRecord
                .read()
                .filter(entry -> running.test(entry.process()))
                .map(RememberedTemporal::found);
    }

    private static Temporal found(DevServerRecord.Entry entry) {
        String target = LocalAddress.target(entry.port());
        return Temporal.lasting(
                target,
                LocalAddress.webUi(entry.webUiPort()),
                "the development server that another run started on " + target + "; if that run was killed, 'kill "
                        + entry.process() + "' stops it");
    }
}
