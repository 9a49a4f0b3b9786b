package dev.durahook.connection.server;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what declared priorities and fairness keys require of the server: a server that is too old ignores them, and
 * no server tells its clients whether fairness is on.
 */
public final class PriorityCheck implements ServerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PriorityCheck.class);

    // https://github.com/temporalio/temporal/releases/tag/v1.29.0
    private static final ServerVersion NEEDED = new ServerVersion(1, 29);

    // From this version on, matching.useNewMatcher is on by default.
    private static final ServerVersion PRIORITY_BY_DEFAULT = new ServerVersion(1, 31);

    private final List<String> priorities;
    private final List<String> fairnessKeys;

    /**
     * Checks a server for these keys.
     *
     * @param priorities the configuration keys that declare a priority
     * @param fairnessKeys the configuration keys that declare a fairness key
     */
    public PriorityCheck(List<String> priorities, List<String> fairnessKeys) {
        this.priorities = List.copyOf(priorities);
        this.fairnessKeys = List.copyOf(fairnessKeys);
    }

    @Override
    public void check(ServerDescription server) {
        if (!priorities.isEmpty() || !fairnessKeys.isEmpty()) {
            if (isOlder(server, NEEDED)) {
                warn(server);
            } else {
                reportPriorities(server);
                reportFairness();
            }
        }
    }

    private void warn(ServerDescription server) {
        LOG.warn(
                "Temporal server {} is older than {} and ignores {}. Upgrade the server",
                server.version(),
                NEEDED,
                Stream.concat(priorities.stream(), fairnessKeys.stream()).collect(Collectors.joining(", ")));
    }

    private void reportPriorities(ServerDescription server) {
        if (!priorities.isEmpty() && isOlder(server, PRIORITY_BY_DEFAULT)) {
            LOG.info(
                    "{} needs matching.useNewMatcher in the dynamic configuration of Temporal server {}, which is off by"
                            + " default before {}",
                    String.join(", ", priorities),
                    server.version(),
                    PRIORITY_BY_DEFAULT);
        }
    }

    private void reportFairness() {
        if (!fairnessKeys.isEmpty()) {
            LOG.info(
                    "{} needs fairness, which is off by default: set matching.enableFairness in the server's dynamic"
                            + " configuration, or on Temporal Cloud the namespace's setting. No server tells its clients"
                            + " whether fairness is on",
                    String.join(", ", fairnessKeys));
        }
    }

    private static boolean isOlder(ServerDescription server, ServerVersion version) {
        return ServerVersion.of(server.version())
                .filter(running -> running.compareTo(version) < 0)
                .isPresent();
    }
}
