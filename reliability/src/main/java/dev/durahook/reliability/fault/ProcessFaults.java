package dev.durahook.reliability.fault;

import dev.durahook.reliability.process.Node;
import java.util.List;
import java.util.Set;

public final class ProcessFaults {

    private ProcessFaults() {}

    /**
     * SIGKILL, SIGSTOP and SIGTERM. A process that has ended is started again when the fault ends.
     *
     * @param part the part of the installation that fails with the process
     */
    public static List<Fault> of(Node node, String part) {
        Set<String> parts = Set.of(part);
        return List.of(
                new Fault(node.name() + ": kill", parts, node::kill, node::start),
                new Fault(node.name() + ": freeze", parts, node::freeze, node::thaw),
                new Fault(node.name() + ": restart", parts, node::terminate, node::start));
    }

    /** A second process of the kind starts before the first one ends, as in a rolling update. */
    static Fault rolling(Node node) {
        return new Fault(node.name() + ": rolling restart", Set.of(node.name()), node::roll, () -> {});
    }
}
