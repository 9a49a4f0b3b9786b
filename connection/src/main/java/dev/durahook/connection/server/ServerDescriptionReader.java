package dev.durahook.connection.server;

import com.google.protobuf.util.Durations;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.namespace.v1.NamespaceInfo.Limits;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Asks the Temporal server for its description. */
final class ServerDescriptionReader {

    private static final int DEADLINE_SECONDS = 5;

    private static final Set<Status.Code> REFUSALS =
            Set.of(Status.Code.PERMISSION_DENIED, Status.Code.UNAUTHENTICATED, Status.Code.UNIMPLEMENTED);

    private final WorkflowClient client;

    ServerDescriptionReader(WorkflowClient client) {
        this.client = client;
    }

    /**
     * The server's current description.
     *
     * @throws io.grpc.StatusRuntimeException if the server does not answer
     */
    ServerDescription ask() {
        String namespace = client.getOptions().getNamespace();
        String version =
                stub().getSystemInfo(GetSystemInfoRequest.getDefaultInstance()).getServerVersion();
        DescribeNamespaceResponse described = stub().describeNamespace(DescribeNamespaceRequest.newBuilder()
                .setNamespace(namespace)
                .build());
        return new ServerDescription(
                String.valueOf(client.getWorkflowServiceStubs().getOptions().getTarget()),
                client.getWorkflowServiceStubs().getRawChannel().authority(),
                namespace,
                version,
                retention(described),
                payloadLimit(described.getNamespaceInfo().getLimits()),
                clusterId(),
                described.getNamespaceInfo().getId());
    }

    // Temporal Cloud answers this only to some callers, and the in-memory test server to none.
    private String clusterId() {
        try {
            return stub().getClusterInfo(GetClusterInfoRequest.getDefaultInstance())
                    .getClusterId();
        } catch (StatusRuntimeException e) {
            if (REFUSALS.contains(e.getStatus().getCode())) {
                return "";
            }
            throw e;
        }
    }

    private WorkflowServiceBlockingStub stub() {
        return client.getWorkflowServiceStubs().blockingStub().withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    // The in-memory test server reports neither a retention nor a limit.
    private static @Nullable Duration retention(DescribeNamespaceResponse described) {
        long seconds = Durations.toSeconds(described.getConfig().getWorkflowExecutionRetentionTtl());
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable DataSize payloadLimit(Limits limits) {
        long bytes = limits.getBlobSizeLimitError();
        return bytes == 0 ? null : DataSize.ofBytes(bytes);
    }
}
