package dev.durahook.connection.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** One line on the server, and a warning if it is older than what Durahook relies on. */
public final class ServerReport implements ServerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ServerReport.class);

    // Summary and details of a workflow (https://github.com/temporalio/sdk-java/pull/2218), and a delay asked for by a
    // failure that is longer than the policy's own longest (https://github.com/temporalio/temporal/pull/6063).
    private static final ServerVersion NEEDED = new ServerVersion(1, 25);

    @Override
    public void check(ServerFacts server) {
        LOG.info(
                "Temporal server {}: namespace {} keeps closed workflows for {} and takes {} for a workflow's arguments",
                server.version().isEmpty() ? "of unknown version" : server.version(),
                server.namespace(),
                text(server.retention()),
                text(server.payloadLimit()));
        if (ServerVersion.of(server.version())
                .filter(version -> version.compareTo(NEEDED) < 0)
                .isPresent()) {
            LOG.warn(
                    "Temporal server {} is older than {}: the Web UI has no summary of an event, and a wait that a"
                            + " destination asks for is cut to its policy's maximum-interval. Upgrade the server",
                    server.version(),
                    NEEDED);
        }
    }

    private static String text(@Nullable Duration retention) {
        if (retention == null) {
            return "an unknown time";
        }
        return retention.toDays() > 2 ? retention.toDays() + " days" : retention.toHours() + " h";
    }

    private static String text(@Nullable DataSize limit) {
        return limit == null ? "an unknown size" : limit.toKilobytes() + " kB";
    }
}
