package dev.durahook.benchmarks.load;

import dev.durahook.testsupport.frontend.FrontendServer;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import io.temporal.api.workflowservice.v1.StartBatchOperationResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Temporal frontend that holds no workflow and starts none. It notes which workflows it should terminate. */
final class RefusingFrontend extends WorkflowServiceGrpc.WorkflowServiceImplBase implements AutoCloseable {

    private final List<String> terminated = new CopyOnWriteArrayList<>();
    private final FrontendServer server = FrontendServer.of(this);

    String target() {
        return server.target();
    }

    /** The queries for the workflows that should be terminated. */
    List<String> terminated() {
        return List.copyOf(terminated);
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
        complete(answer, GetSystemInfoResponse.getDefaultInstance());
    }

    @Override
    public void startWorkflowExecution(
            StartWorkflowExecutionRequest request, StreamObserver<StartWorkflowExecutionResponse> answer) {
        answer.onError(Status.PERMISSION_DENIED.asRuntimeException());
    }

    @Override
    public void countWorkflowExecutions(
            CountWorkflowExecutionsRequest request, StreamObserver<CountWorkflowExecutionsResponse> answer) {
        complete(answer, CountWorkflowExecutionsResponse.getDefaultInstance());
    }

    @Override
    public void listWorkflowExecutions(
            ListWorkflowExecutionsRequest request, StreamObserver<ListWorkflowExecutionsResponse> answer) {
        complete(answer, ListWorkflowExecutionsResponse.getDefaultInstance());
    }

    @Override
    public void startBatchOperation(
            StartBatchOperationRequest request, StreamObserver<StartBatchOperationResponse> answer) {
        terminated.add(request.getVisibilityQuery());
        complete(answer, StartBatchOperationResponse.getDefaultInstance());
    }

    private static <A> void complete(StreamObserver<A> answer, A value) {
        answer.onNext(value);
        answer.onCompleted();
    }
}
