package dev.durahook.connection.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What a server says of itself and of the namespace.
 *
 * @param target where it is
 * @param namespace the namespace's name
 * @param version the server's version; empty if it does not say
 * @param retention how long a closed workflow is kept; absent if it does not say
 * @param payloadLimit how large a workflow's arguments may be together; absent if it does not say
 * @param clusterId which cluster it is; empty if it does not say
 * @param namespaceId which namespace has that name: one that was deleted and made anew is another; empty if it does not
 *     say
 */
public record ServerFacts(
        String target,
        String namespace,
        String version,
        @Nullable Duration retention,
        @Nullable DataSize payloadLimit,
        String clusterId,
        String namespaceId) {

    private static final String CLOUD = ".tmprl.cloud";

    /** The command that makes the namespace keep closed workflows for so many days. */
    public String retentionCommand(long days) {
        return isCloud()
                ? "tcld namespace retention set --namespace %s --retention-days %d".formatted(namespace, days)
                : "temporal operator namespace update --namespace %s --retention %dd".formatted(namespace, days);
    }

    /** Whether another namespace or another cluster answered before. */
    boolean isAnotherThan(@Nullable ServerFacts before) {
        return before != null && !(namespaceId.equals(before.namespaceId) && clusterId.equals(before.clusterId));
    }

    /** Whether it is certain that the same namespace answered before. */
    boolean isTheSameAs(@Nullable ServerFacts before) {
        return before != null && !namespaceId.isEmpty() && !isAnotherThan(before);
    }

    private boolean isCloud() {
        return target.replaceAll(":\\d+$", "").endsWith(CLOUD);
    }
}
