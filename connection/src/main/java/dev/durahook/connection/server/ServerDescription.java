package dev.durahook.connection.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Describes the Temporal server and the namespace, as the server itself reports them.
 *
 * @param target the server's address
 * @param authority the name that the server's certificate must have; usually that of the address
 * @param namespace the namespace's name
 * @param version the server's version; empty if the server does not report it
 * @param retention how long a closed workflow is kept; {@code null} if the server does not report it
 * @param payloadLimit the largest size of all arguments of a workflow together; {@code null} if the server does not
 *     report it
 * @param clusterId the cluster's ID; empty if the server does not report it
 * @param namespaceId the namespace's ID, which is another one if the namespace was deleted and created again; empty if
 *     the server does not report it
 */
public record ServerDescription(
        String target,
        String authority,
        String namespace,
        String version,
        @Nullable Duration retention,
        @Nullable DataSize payloadLimit,
        String clusterId,
        String namespaceId) {

    /** The commands with which an operator changes the namespace. */
    public OperatorCommands commands() {
        return new OperatorCommands(authority, namespace);
    }

    /** Whether another namespace or another cluster may have answered before. */
    boolean differsFrom(@Nullable ServerDescription before) {
        return before != null && !(namespaceId.equals(before.namespaceId) && clusterId.equals(before.clusterId));
    }

    /**
     * Whether it is certain that another namespace answered before. The present namespace then has other events. A
     * replicated namespace has the same ID in each of its clusters.
     */
    boolean isAnotherNamespaceThan(@Nullable ServerDescription before) {
        return before != null
                && (areKnown(namespaceId, before.namespaceId)
                        ? !namespaceId.equals(before.namespaceId)
                        : areKnown(clusterId, before.clusterId) && !clusterId.equals(before.clusterId));
    }

    private static boolean areKnown(String id, String other) {
        return !id.isEmpty() && !other.isEmpty();
    }

    /** Whether it is certain that the same namespace answered before. */
    boolean isTheSameAs(@Nullable ServerDescription before) {
        return before != null && !namespaceId.isEmpty() && !differsFrom(before);
    }
}
