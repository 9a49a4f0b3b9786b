package dev.durahook.testsupport.frontend;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.temporal.api.namespace.v1.NamespaceInfo;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.api.workflowservice.v1.GetClusterInfoResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The workflow service of {@link FakeFrontend}, with fixed answers and no server behind it. Other calls fail with
 * {@code UNIMPLEMENTED}.
 */
final class CannedWorkflowService extends WorkflowServiceGrpc.WorkflowServiceImplBase {

    private final Set<String> starts = ConcurrentHashMap.newKeySet();
    private final AtomicInteger startCalls = new AtomicInteger();
    private final AtomicInteger stored = new AtomicInteger();
    private volatile Status startStatus = Status.OK;
    private volatile @Nullable LimitedCapacity capacity;
    private volatile String clusterId = "";
    private volatile String namespaceId = "";

    void answerStartsWith(Status status) {
        startStatus = status;
    }

    void identify(String clusterId, String namespaceId) {
        this.clusterId = clusterId;
        this.namespaceId = namespaceId;
    }

    void serve(LimitedCapacity capacity) {
        this.capacity = capacity;
    }

    int stored() {
        return stored.get();
    }

    int starts() {
        return starts.size();
    }

    int startCalls() {
        return startCalls.get();
    }

    @Override
    public void startWorkflowExecution(
            StartWorkflowExecutionRequest request, StreamObserver<StartWorkflowExecutionResponse> answer) {
        starts.add(request.getRequestId());
        startCalls.incrementAndGet();
        Status status = startStatus;
        LimitedCapacity slots = capacity;
        if (!status.isOk()) {
            answer.onError(status.asRuntimeException());
        } else if (slots == null) {
            store(answer);
        } else {
            slots.execute(() -> store(answer));
        }
    }

    // Counts the start even if its caller has given up, because a real server also completes a start that it has begun.
    private void store(StreamObserver<StartWorkflowExecutionResponse> answer) {
        stored.incrementAndGet();
        if (!((ServerCallStreamObserver<StartWorkflowExecutionResponse>) answer).isCancelled()) {
            complete(answer, accepted());
        }
    }

    @Override
    public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
        complete(answer, GetSystemInfoResponse.getDefaultInstance());
    }

    @Override
    public void describeNamespace(DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> answer) {
        complete(
                answer,
                DescribeNamespaceResponse.newBuilder()
                        .setNamespaceInfo(NamespaceInfo.newBuilder().setId(namespaceId))
                        .build());
    }

    @Override
    public void getClusterInfo(GetClusterInfoRequest request, StreamObserver<GetClusterInfoResponse> answer) {
        complete(
                answer,
                GetClusterInfoResponse.newBuilder().setClusterId(clusterId).build());
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
