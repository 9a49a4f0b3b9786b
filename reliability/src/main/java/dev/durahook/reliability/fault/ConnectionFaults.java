package dev.durahook.reliability.fault;

import dev.durahook.testsupport.fault.FaultProxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The faults of the connections that pass through a proxy. */
public final class ConnectionFaults {

    private static final Duration DELAY = Duration.ofMillis(400);

    private ConnectionFaults() {}

    /**
     * The faults of a link.
     *
     * @param link from where to where, such as {@code worker to Temporal}
     */
    public static List<Fault> of(String link, FaultProxy proxy) {
        return List.of(
                fault(link, "cut", proxy::refuse, proxy),
                fault(link, "reset", proxy::reset, proxy),
                fault(link, "delay", () -> proxy.delay(DELAY), proxy),
                fault(link, "black hole", proxy::blackHole, proxy),
                fault(link, "lost answers", proxy::dropReplies, proxy));
    }

    private static Fault fault(String link, String how, Runnable begin, FaultProxy proxy) {
        return new Fault(link + ": " + how, Set.of(link), begin, proxy::heal);
    }
}
