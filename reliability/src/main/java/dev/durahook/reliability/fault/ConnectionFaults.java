package dev.durahook.reliability.fault;

import dev.durahook.testsupport.fault.FaultProxy;
import java.time.Duration;
import java.util.List;

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
                new Fault(link + ": cut", proxy::refuse, proxy::heal),
                new Fault(link + ": reset", proxy::reset, proxy::heal),
                new Fault(link + ": delay", () -> proxy.delay(DELAY), proxy::heal),
                new Fault(link + ": black hole", proxy::blackHole, proxy::heal),
                new Fault(link + ": lost answers", proxy::dropReplies, proxy::heal));
    }
}
