package dev.durahook.reliability.fault;

import dev.durahook.reliability.install.Versions;
import dev.durahook.reliability.process.Node;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The changes of the applications' version. Between the two, other faults hit the older version. */
final class VersionFaults {

    private static final String DOWNGRADE = "applications: downgrade";
    private static final String UPGRADE = "applications: upgrade";

    private VersionFaults() {}

    static List<Fault> of(Versions versions, List<Node> applications) {
        Set<String> parts = applications.stream().map(Node::name).collect(Collectors.toSet());
        return List.of(
                new Fault(DOWNGRADE, parts, versions::goBack, () -> {}),
                new Fault(UPGRADE, parts, versions::goForward, () -> {}));
    }

    /** Puts the downgrade before the upgrade. */
    static void order(List<String> names) {
        int back = names.indexOf(DOWNGRADE);
        int forward = names.indexOf(UPGRADE);
        if (forward >= 0 && forward < back) {
            Collections.swap(names, back, forward);
        }
    }
}
