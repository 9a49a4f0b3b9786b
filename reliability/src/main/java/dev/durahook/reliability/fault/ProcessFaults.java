package dev.durahook.reliability.fault;

import dev.durahook.reliability.install.Node;
import java.util.List;

/** The faults of a process. */
public final class ProcessFaults {

    private ProcessFaults() {}

    /** SIGKILL, SIGSTOP and SIGTERM. A process that has ended is started again when the fault ends. */
    public static List<Fault> of(Node node) {
        return List.of(
                new Fault(node.name() + ": kill", node::kill, node::start),
                new Fault(node.name() + ": freeze", node::freeze, node::thaw),
                new Fault(node.name() + ": restart", node::terminate, node::start));
    }
}
