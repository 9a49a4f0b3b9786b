package dev.durahook.worker.parking;

import dev.durahook.testsupport.frontend.FrontendServer;
import dev.durahook.workflows.ListFilters;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.AddSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A frontend that refuses to list, to count and to register search attributes, each with a status of its own. With the
 * status OK, it counts and registers.
 */
final class RefusingFrontend implements AutoCloseable {

    private final FrontendServer server;
    final AtomicInteger listings = new AtomicInteger();
    volatile @Nullable IndexedValueType type;
    volatile Status list = Status.UNIMPLEMENTED;
    volatile Status count = Status.INVALID_ARGUMENT;
    volatile long parked;
    volatile Status registration = Status.PERMISSION_DENIED.withDescription("Request unauthorized.");

    RefusingFrontend() {
        server = FrontendServer.of(new Workflows(), new Operators());
    }

    WorkflowServiceStubs stubs() {
        return server.stubs();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Workflows extends WorkflowServiceGrpc.WorkflowServiceImplBase {

        @Override
        public void countWorkflowExecutions(
                CountWorkflowExecutionsRequest request, StreamObserver<CountWorkflowExecutionsResponse> answer) {
            if (count.isOk()) {
                answer.onNext(CountWorkflowExecutionsResponse.newBuilder()
                        .setCount(request.getQuery().equals(ListFilters.DECIDABLE) ? parked : 0)
                        .build());
                answer.onCompleted();
                return;
            }
            answer.onError(count.asRuntimeException());
        }

        @Override
        public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
            answer.onNext(GetSystemInfoResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    private final class Operators extends OperatorServiceGrpc.OperatorServiceImplBase {

        @Override
        public void listSearchAttributes(
                ListSearchAttributesRequest request, StreamObserver<ListSearchAttributesResponse> answer) {
            listings.incrementAndGet();
            if (type == null) {
                answer.onError(list.asRuntimeException());
                return;
            }
            answer.onNext(ListSearchAttributesResponse.newBuilder()
                    .putCustomAttributes("DurahookStatus", type)
                    .build());
            answer.onCompleted();
        }

        @Override
        public void addSearchAttributes(
                AddSearchAttributesRequest request, StreamObserver<AddSearchAttributesResponse> answer) {
            if (registration.isOk()) {
                type = request.getSearchAttributesOrThrow("DurahookStatus");
                answer.onNext(AddSearchAttributesResponse.getDefaultInstance());
                answer.onCompleted();
                return;
            }
            answer.onError(registration.asRuntimeException());
        }
    }
}
