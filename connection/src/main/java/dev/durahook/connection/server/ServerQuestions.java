package dev.durahook.connection.server;

import com.google.protobuf.util.Durations;
import io.temporal.api.namespace.v1.NamespaceInfo.Limits;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Asks the server. */
final class ServerQuestions {

    private static final int DEADLINE_SECONDS = 5;

    private final WorkflowClient client;

    ServerQuestions(WorkflowClient client) {
        this.client = client;
    }

    /**
     * What it says now.
     *
     * @throws io.grpc.StatusRuntimeException if it does not answer
     */
    ServerFacts ask() {
        String namespace = client.getOptions().getNamespace();
        String version =
                stub().getSystemInfo(GetSystemInfoRequest.getDefaultInstance()).getServerVersion();
        DescribeNamespaceResponse described = stub().describeNamespace(DescribeNamespaceRequest.newBuilder()
                .setNamespace(namespace)
                .build());
        return new ServerFacts(
                String.valueOf(client.getWorkflowServiceStubs().getOptions().getTarget()),
                namespace,
                version,
                retention(described),
                payloadLimit(described.getNamespaceInfo().getLimits()));
    }

    private WorkflowServiceBlockingStub stub() {
        return client.getWorkflowServiceStubs().blockingStub().withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    // The in-memory test server says nothing of either.
    private static @Nullable Duration retention(DescribeNamespaceResponse described) {
        long seconds = Durations.toSeconds(described.getConfig().getWorkflowExecutionRetentionTtl());
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable DataSize payloadLimit(Limits limits) {
        long bytes = limits.getBlobSizeLimitError();
        return bytes == 0 ? null : DataSize.ofBytes(bytes);
    }
}
