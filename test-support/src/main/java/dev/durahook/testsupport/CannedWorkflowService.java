package dev.durahook.testsupport;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers of a frontend that has nothing behind it. What is not here is {@code UNIMPLEMENTED}. */
final class CannedWorkflowService extends WorkflowServiceGrpc.WorkflowServiceImplBase {

    private final AtomicInteger starts = new AtomicInteger();
    private volatile Status startStatus = Status.OK;

    void answerStartsWith(Status status) {
        startStatus = status;
    }

    int starts() {
        return starts.get();
    }

    @Override
    public void startWorkflowExecution(
            StartWorkflowExecutionRequest request, StreamObserver<StartWorkflowExecutionResponse> answer) {
        starts.incrementAndGet();
        Status status = startStatus;
        if (status.isOk()) {
            complete(answer, accepted());
        } else {
            answer.onError(status.asRuntimeException());
        }
    }

    @Override
    public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
        complete(answer, GetSystemInfoResponse.getDefaultInstance());
    }

    @Override
    public void describeNamespace(DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> answer) {
        complete(answer, DescribeNamespaceResponse.getDefaultInstance());
    }

    private static StartWorkflowExecutionResponse accepted() {
        return StartWorkflowExecutionResponse.newBuilder()
                .setRunId(UUID.randomUUID().toString())
                .setStarted(true)
                .build();
    }

    private static <A> void complete(StreamObserver<A> answer, A value) {
        answer.onNext(value);
        answer.onCompleted();
    }
}
