package dev.durahook.standalone.temporal;

import com.google.protobuf.Duration;
import io.grpc.Channel;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.concurrent.TimeUnit;

/**
 * Makes a development server's namespace what Durahook needs. The flags of its start do this for a new database only,
 * so it is done over the API, each time.
 */
final class NamespaceSetup {

    static final String STATUS_ATTRIBUTE = "DurahookStatus";

    // An event is known as long as its workflow is retained. A development server's day is shorter than the three
    // for which GitHub and Stripe deliver again.
    private static final long RETENTION_SECONDS = TimeUnit.DAYS.toSeconds(7);
    private static final long DEADLINE_SECONDS = 5;

    private final Channel channel;
    private final String namespace;

    NamespaceSetup(Channel channel, String namespace) {
        this.channel = channel;
        this.namespace = namespace;
    }

    /** Safe to repeat. */
    void apply() {
        retainLongEnough();
        registerStatus();
    }

    // A longer retention is somebody's wish.
    private void retainLongEnough() {
        if (retentionSeconds() < RETENTION_SECONDS) {
            Duration retention =
                    Duration.newBuilder().setSeconds(RETENTION_SECONDS).build();
            workflows()
                    .updateNamespace(UpdateNamespaceRequest.newBuilder()
                            .setNamespace(namespace)
                            .setConfig(NamespaceConfig.newBuilder().setWorkflowExecutionRetentionTtl(retention))
                            .build());
        }
    }

    private long retentionSeconds() {
        return workflows()
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getConfig()
                .getWorkflowExecutionRetentionTtl()
                .getSeconds();
    }

    private void registerStatus() {
        if (!statusRegistered()) {
            operator()
                    .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                            .setNamespace(namespace)
                            .putSearchAttributes(STATUS_ATTRIBUTE, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                            .build());
        }
    }

    private boolean statusRegistered() {
        return operator()
                .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .containsCustomAttributes(STATUS_ATTRIBUTE);
    }

    private WorkflowServiceBlockingStub workflows() {
        return WorkflowServiceGrpc.newBlockingStub(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private OperatorServiceBlockingStub operator() {
        return OperatorServiceGrpc.newBlockingStub(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
}
