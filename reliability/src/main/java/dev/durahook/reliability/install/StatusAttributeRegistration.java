package dev.durahook.reliability.install;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.operatorservice.v1.RemoveSearchAttributesRequest;
import io.temporal.client.WorkflowClient;
import java.util.concurrent.TimeUnit;

/** Removes the search attribute of events from the namespace, and registers it again, as an operator might. */
public final class StatusAttributeRegistration {

    private static final String NAME = "DurahookStatus";

    private final OperatorServiceBlockingStub operator;
    private final String namespace;

    /** The attribute in the client's namespace. */
    public StatusAttributeRegistration(WorkflowClient client) {
        this.operator = OperatorServiceGrpc.newBlockingStub(
                client.getWorkflowServiceStubs().getRawChannel());
        this.namespace = client.getOptions().getNamespace();
    }

    // Waits for the connection if the server has just been started again.
    private OperatorServiceBlockingStub operator() {
        return operator.withWaitForReady().withDeadlineAfter(1, TimeUnit.MINUTES);
    }

    /** Removes the attribute, if it is registered. */
    public void remove() {
        try {
            operator()
                    .removeSearchAttributes(RemoveSearchAttributesRequest.newBuilder()
                            .setNamespace(namespace)
                            .addSearchAttributes(NAME)
                            .build());
        } catch (StatusRuntimeException e) {
            allow(e, Status.Code.NOT_FOUND);
        }
    }

    /** Registers the attribute, unless a worker has done so meanwhile. */
    public void register() {
        try {
            operator()
                    .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                            .setNamespace(namespace)
                            .putSearchAttributes(NAME, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                            .build());
        } catch (StatusRuntimeException e) {
            allow(e, Status.Code.ALREADY_EXISTS);
        }
    }

    private static void allow(StatusRuntimeException failure, Status.Code code) {
        if (failure.getStatus().getCode() != code) {
            throw failure;
        }
    }
}
