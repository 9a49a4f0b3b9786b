package dev.durahook.connection.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** Logs one line about the server, and a warning for each version that Durahook needs and the server is older than. */
final class ServerReport implements ServerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ServerReport.class);

    // Server 1.25 introduced the summary and details of a workflow
    // (https://github.com/temporalio/sdk-java/pull/2218), and delays after a failure that are longer than the policy's
    // maximum interval (https://github.com/temporalio/temporal/pull/6063).
    private static final ServerVersion SUMMARIES = new ServerVersion(1, 25);

    // Server 1.28 introduced the statistics of task queues that are read here
    // (https://github.com/temporalio/temporal/pull/7816).
    private static final ServerVersion BACKLOGS = new ServerVersion(1, 28);

    @Override
    public void check(ServerDescription server) {
        LOG.info(
                "Temporal server {}: namespace {} keeps closed workflows for {} and accepts {} for a"
                        + " workflow's arguments",
                server.version().isEmpty() ? "of unknown version" : server.version(),
                server.namespace(),
                text(server.retention()),
                text(server.payloadLimit()));
        if (isOlder(server, SUMMARIES)) {
            LOG.warn(
                    "Temporal server {} is older than {}: the Web UI shows no summary of an event, and a delay that a"
                            + " destination asks for is limited to its policy's maximum-interval. Upgrade the server",
                    server.version(),
                    SUMMARIES);
        }
        if (isOlder(server, BACKLOGS)) {
            LOG.warn(
                    "Temporal server {} is older than {}: it does not report the backlogs of task queues, so their metrics"
                            + " are NaN, and the alert DurahookBacklog never fires. Upgrade the server",
                    server.version(),
                    BACKLOGS);
        }
    }

    private static boolean isOlder(ServerDescription server, ServerVersion version) {
        return ServerVersion.of(server.version())
                .filter(known -> known.compareTo(version) < 0)
                .isPresent();
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
