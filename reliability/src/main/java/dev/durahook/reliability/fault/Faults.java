package dev.durahook.reliability.fault;

import dev.durahook.benchmarks.load.time.Pause;
import dev.durahook.reliability.install.Installation;
import dev.durahook.reliability.install.StatusAttribute;
import dev.durahook.reliability.install.Temporal;
import dev.durahook.reliability.load.Keys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All faults that can be made in an installation, always in the same order. */
public final class Faults {

    // The receiver looks at a changed file after a second.
    private static final Duration SECRET_IS_READ = Duration.ofSeconds(3);
    // A sender waits 10 s for an answer. Later, no delivery with the former secret is on its way.
    private static final Duration DELIVERIES_HAVE_ARRIVED = Duration.ofSeconds(12);

    private Faults() {}

    /** The faults. */
    public static List<Fault> of(Installation installation) {
        List<Fault> all = new ArrayList<>();
        installation.nodes().forEach(node -> all.addAll(ProcessFaults.of(node)));
        installation.links().forEach(link -> all.addAll(ConnectionFaults.of(link.name(), link.proxy())));
        all.add(rotation(installation.keys()));
        installation
                .worker()
                .ifPresent(worker -> all.add(new Fault("worker: rolling restart", worker::roll, () -> {})));
        Temporal temporal = installation.temporal();
        temporal.node().ifPresent(node -> {
            StatusAttribute status = new StatusAttribute(installation.client());
            all.add(new Fault("Temporal: search attribute removed", status::remove, status::register));
        });
        temporal.exhaustQuota()
                .ifPresent(start -> all.add(new Fault("Temporal: quota exhausted", start, temporal::restart)));
        installation.smallDisk().ifPresent(disk -> all.add(new Fault("Temporal: disk full", disk::fill, disk::free)));
        return all;
    }

    private static Fault rotation(Keys keys) {
        return new Fault(
                "receiver: secret replaced",
                () -> {
                    keys.announce();
                    Pause.of(SECRET_IS_READ);
                    keys.change();
                },
                () -> {
                    Pause.of(DELIVERIES_HAVE_ARRIVED);
                    keys.retire();
                });
    }
}
