package dev.durahook.worker.parking;

import dev.durahook.worker.parking.StatusAttributeState.Kind;
import dev.durahook.workflows.ListFilters;
import dev.durahook.workflows.parking.EventStatus;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The calls to the server that concern the search attribute. Each call may throw a {@link StatusRuntimeException}. */
record StatusQuestions(WorkflowServiceStubs stubs, String namespace) {

    private static final String NAME = EventStatus.KEY.getName();
    private static final int RPC_SECONDS = 10;

    StatusAttributeState presence() {
        try {
            return StatusAttributeState.of(registeredType());
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case UNIMPLEMENTED, PERMISSION_DENIED -> byQuery();
                default -> throw e;
            };
        }
    }

    // A client without the permission to list the attributes may still count workflows. The server refuses the count
    // as invalid if the attribute is unknown or has a numeric or time type. The answer is MISSING even if counting is
    // not permitted, because asking again and again would delay the parking of events.
    private StatusAttributeState byQuery() {
        try {
            countParked();
            return StatusAttributeState.of(Kind.USABLE);
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case INVALID_ARGUMENT, PERMISSION_DENIED -> StatusAttributeState.of(Kind.MISSING);
                case UNIMPLEMENTED -> StatusAttributeState.of(Kind.UNKNOWN_TO_SERVER);
                default -> throw e;
            };
        }
    }

    private IndexedValueType registeredType() {
        return Objects.requireNonNull(operator()
                .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getCustomAttributesOrDefault(NAME, IndexedValueType.INDEXED_VALUE_TYPE_UNSPECIFIED));
    }

    void register() {
        operator()
                .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .putSearchAttributes(NAME, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                        .build());
    }

    // A run that closes while it is parked keeps the attribute.
    long countParked() {
        return stubs.blockingStub()
                .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                .countWorkflowExecutions(CountWorkflowExecutionsRequest.newBuilder()
                        .setNamespace(namespace)
                        .setQuery(ListFilters.DECIDABLE)
                        .build())
                .getCount();
    }

    private OperatorServiceBlockingStub operator() {
        return OperatorServiceGrpc.newBlockingStub(stubs.blockingStub().getChannel())
                .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS);
    }
}
