package dev.durahook.standalone.devserver;

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
 * Gives a development server's namespace the retention and the search attribute that Durahook needs. The flags of the
 * server's start do this for a new database only, so it is done over the API at each start.
 */
final class NamespaceSetup {

    static final String STATUS_ATTRIBUTE = "DurahookStatus";

    // A duplicate is recognised as long as the event's workflow is retained. The one day of a development server is
    // shorter than the three days for which GitHub and Stripe deliver again.
    private static final long RETENTION_SECONDS = TimeUnit.DAYS.toSeconds(7);
    private static final long DEADLINE_SECONDS = 5;

    private final Channel channel;
    private final String namespace;

    NamespaceSetup(Channel channel, String namespace) {
        this.channel = channel;
        this.namespace = namespace;
    }

    /** Sets the retention and the search attribute. Safe to repeat. */
    void apply() {
        retainLongEnough();
        registerStatus();
    }

    // A longer retention was set on purpose, so it stays.
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
