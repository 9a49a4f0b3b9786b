package dev.durahook.connection.server;

import java.util.Optional;
import org.springframework.util.unit.DataSize;

/**
 * The largest size of the payloads that Temporal stores together, such as all arguments of a workflow. An operator can
 * change it, so the answer is the one that the server has last reported.
 */
public final class PayloadLimit implements ServerCheck {

    // Temporal's default, and a server for tests reports none.
    private static final DataSize DEFAULT = DataSize.ofMegabytes(2);

    private volatile DataSize limit = DEFAULT;

    @Override
    public void check(ServerDescription server) {
        limit = Optional.ofNullable(server.payloadLimit()).orElse(DEFAULT);
    }

    /** The limit in bytes; Temporal's default if the server has not answered yet. */
    public long bytes() {
        return limit.toBytes();
    }
}
