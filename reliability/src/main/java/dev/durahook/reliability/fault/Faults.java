package dev.durahook.reliability.fault;

import dev.durahook.loadsupport.time.Pause;
import dev.durahook.reliability.install.Installation;
import dev.durahook.reliability.load.SenderSecrets;
import dev.durahook.reliability.process.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** All faults that can be made in an installation, always in the same order. */
public final class Faults {

    // The receiver looks at a changed file after a second.
    private static final Duration SECRET_IS_READ = Duration.ofSeconds(3);
    // A sender waits 10 s for an answer. Later, no delivery with the former secret is on its way.
    private static final Duration DELIVERIES_HAVE_ARRIVED = Duration.ofSeconds(12);

    private Faults() {}

    /**
     * The faults.
     *
     * @param deliverAgain asks the senders to deliver again what was acknowledged since a moment, in microseconds since 1970
     */
    public static List<Fault> of(Installation installation, LongConsumer deliverAgain) {
        List<Fault> all = new ArrayList<>();
        installation.nodes().forEach(node -> all.addAll(ProcessFaults.of(node, part(node))));
        installation.links().forEach(link -> all.addAll(ConnectionFaults.of(link.name(), link.proxy())));
        List<Node> applications = installation.applications();
        all.add(rotation(installation.secrets(), applications.get(0).name()));
        applications.forEach(application -> all.add(ProcessFaults.rolling(application)));
        all.addAll(TemporalFaults.of(installation, deliverAgain));
        installation.versions().ifPresent(versions -> all.addAll(VersionFaults.of(versions, applications)));
        return all;
    }

    private static String part(Node node) {
        return node.name().equals("database") ? TemporalFaults.PART : node.name();
    }

    private static Fault rotation(SenderSecrets secrets, String receiver) {
        return new Fault(
                "receiver: secret replaced",
                Set.of(receiver),
                () -> {
                    secrets.announce();
                    Pause.of(SECRET_IS_READ);
                    secrets.change();
                },
                () -> {
                    Pause.of(DELIVERIES_HAVE_ARRIVED);
                    secrets.retire();
                });
    }
}
