package dev.durahook.reliability.fault;

import dev.durahook.loadsupport.time.MicroTime;
import dev.durahook.reliability.install.Backup;
import dev.durahook.reliability.install.Installation;
import dev.durahook.reliability.install.StatusAttributeRegistration;
import dev.durahook.reliability.install.TestedTemporal;
import dev.durahook.reliability.process.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The faults of the server, in addition to those of its process. */
final class TemporalFaults {

    /** The part of the installation that fails. The server does not start without its database, so both are one part. */
    static final String PART = "Temporal";

    private TemporalFaults() {}

    static List<Fault> of(Installation installation, LongConsumer deliverAgain) {
        List<Fault> all = new ArrayList<>();
        TestedTemporal temporal = installation.temporal();
        temporal.node().ifPresent(node -> {
            StatusAttributeRegistration status = new StatusAttributeRegistration(installation.client());
            all.add(fault("search attribute removed", status::remove, status::register));
        });
        temporal.exhaustQuota().ifPresent(start -> all.add(fault("quota exhausted", start, temporal::restart)));
        installation.databaseDisk().ifPresent(disk -> all.add(fault("disk full", disk::fill, disk::free)));
        installation.backup().ifPresent(backup -> all.add(restore(backup, worker(installation), deliverAgain)));
        return all;
    }

    private static Node worker(Installation installation) {
        List<Node> applications = installation.applications();
        return applications.get(applications.size() - 1);
    }

    // As docs/operations.md says: the worker is away while the database is put back.
    static Fault restore(Backup backup, Node worker, LongConsumer deliverAgain) {
        AtomicLong moment = new AtomicLong();
        return new Fault(
                "Temporal: put back to a backup",
                Set.of(PART, worker.name()),
                () -> {
                    moment.set(MicroTime.now());
                    backup.make();
                },
                () -> {
                    worker.terminate();
                    backup.putBack();
                    worker.start();
                    deliverAgain.accept(moment.get());
                });
    }

    private static Fault fault(String how, Runnable begin, Runnable end) {
        return new Fault("Temporal: " + how, Set.of(PART), begin, end);
    }
}
