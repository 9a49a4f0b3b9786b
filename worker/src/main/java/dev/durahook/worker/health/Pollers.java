package dev.durahook.worker.health;

import com.google.common.util.concurrent.ListenableFuture;
import dev.durahook.connection.metrics.WatchedQueue;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Asks Temporal which task queues this worker polls. */
final class Pollers {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    // The in-memory test server does not know pollers, and a client without permission is not told. In these cases a
    // queue counts as polled, because it must be enough that the workers run.
    private static final Set<Status.Code> NOT_TOLD = Set.of(Status.Code.UNIMPLEMENTED, Status.Code.PERMISSION_DENIED);

    private final WorkerFactory factory;
    private final List<WatchedQueue> queues;

    Pollers(WorkerFactory factory, List<WatchedQueue> queues) {
        this.factory = factory;
        this.queues = queues;
    }

    /** Returns the names of the queues that this worker should poll. */
    Set<String> all() {
        Set<String> names = new TreeSet<>();
        queues.forEach(queue -> names.add(queue.name()));
        return names;
    }

    /**
     * Returns the names of the queues for which Temporal knows no poller of this worker.
     *
     * @throws StatusRuntimeException if Temporal does not answer
     */
    Set<String> missing() {
        // All queues are asked at the same time, because a worker may have a hundred destinations.
        Map<WatchedQueue, ListenableFuture<DescribeTaskQueueResponse>> answers = new LinkedHashMap<>();
        queues.forEach(queue -> answers.put(queue, ask(queue)));
        Set<String> missing = new TreeSet<>();
        answers.forEach((queue, answer) -> {
            if (!isPolled(queue, answer)) {
                missing.add(queue.name());
            }
        });
        return missing;
    }

    private ListenableFuture<DescribeTaskQueueResponse> ask(WatchedQueue queue) {
        return factory.getWorkflowClient()
                .getWorkflowServiceStubs()
                .futureStub()
                .withDeadlineAfter(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                        .setNamespace(factory.getWorkflowClient().getOptions().getNamespace())
                        .setTaskQueue(TaskQueue.newBuilder().setName(queue.name()))
                        .setTaskQueueType(queue.type())
                        .build());
    }

    private boolean isPolled(WatchedQueue queue, ListenableFuture<DescribeTaskQueueResponse> answer) {
        try {
            String identity = identity(queue.name());
            return answer.get().getPollersList().stream()
                    .anyMatch(poller -> poller.getIdentity().equals(identity));
        } catch (ExecutionException e) {
            StatusRuntimeException failure = (StatusRuntimeException) Objects.requireNonNull(e.getCause());
            if (NOT_TOLD.contains(failure.getStatus().getCode())) {
                return true;
            }
            throw failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.withCause(e).asRuntimeException();
        }
    }

    private String identity(String queue) {
        Worker worker = factory.getWorker(queue);
        String own = worker.getWorkerOptions().getIdentity();
        return own == null ? factory.getWorkflowClient().getOptions().getIdentity() : own;
    }
}
