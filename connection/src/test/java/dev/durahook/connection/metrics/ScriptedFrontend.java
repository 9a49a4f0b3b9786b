package dev.durahook.connection.metrics;

import dev.durahook.testsupport.frontend.FrontendServer;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.temporal.api.taskqueue.v1.TaskQueueStats;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A frontend with one event, which takes ten counts a second and no more than ten at once, as a self-hosted Temporal does
 * for each namespace. It reports a backlog of three tasks, refuses the queue {@code refused}, and reports nothing about the
 * queue {@code old}.
 */
final class ScriptedFrontend implements AutoCloseable {

    private static final int MOST_COUNTS = 10;
    private static final Duration REFILL = Duration.ofMillis(100);

    private final FrontendServer server;
    private final List<String> counts = new CopyOnWriteArrayList<>();
    private double tokens = MOST_COUNTS;
    private long refilledAt = System.nanoTime();
    volatile @Nullable Instant oldest;

    ScriptedFrontend() {
        server = FrontendServer.of(new Workflows());
    }

    WorkflowClient client() {
        return WorkflowClient.newInstance(server.stubs());
    }

    /** How many counts were asked for since the last call of this method. */
    int counts() {
        int asked = counts.size();
        counts.clear();
        return asked;
    }

    /** Takes a token, as the count of another instance does. */
    synchronized boolean takesCount() {
        long now = System.nanoTime();
        tokens = Math.min(MOST_COUNTS, tokens + (now - refilledAt) / (double) REFILL.toNanos());
        refilledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Workflows extends WorkflowServiceGrpc.WorkflowServiceImplBase {

        @Override
        public void countWorkflowExecutions(
                CountWorkflowExecutionsRequest request, StreamObserver<CountWorkflowExecutionsResponse> answer) {
            counts.add(request.getQuery());
            if (takesCount()) {
                complete(
                        answer,
                        CountWorkflowExecutionsResponse.newBuilder()
                                .setCount(count(request.getQuery()))
                                .build());
            } else {
                answer.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException());
            }
        }

        private int count(String query) {
            String before = query.replaceFirst(".*StartTime < '", "").replaceFirst("'.*", "");
            Instant started = oldest;
            return started != null && started.isBefore(Instant.parse(before)) ? 1 : 0;
        }

        @Override
        public void describeTaskQueue(
                DescribeTaskQueueRequest request, StreamObserver<DescribeTaskQueueResponse> answer) {
            switch (request.getTaskQueue().getName()) {
                case "refused" -> answer.onError(Status.INVALID_ARGUMENT.asRuntimeException());
                case "old" -> complete(answer, DescribeTaskQueueResponse.getDefaultInstance());
                default ->
                    complete(
                            answer,
                            DescribeTaskQueueResponse.newBuilder()
                                    .setStats(TaskQueueStats.newBuilder().setApproximateBacklogCount(3))
                                    .build());
            }
        }

        @Override
        public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
            complete(answer, GetSystemInfoResponse.getDefaultInstance());
        }

        private static <A> void complete(StreamObserver<A> answer, A value) {
            answer.onNext(value);
            answer.onCompleted();
        }
    }
}
