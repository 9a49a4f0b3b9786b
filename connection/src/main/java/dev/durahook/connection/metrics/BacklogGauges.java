package dev.durahook.connection.metrics;

import com.google.protobuf.util.Durations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.taskqueue.v1.TaskQueueStats;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Gauges for the number of tasks that wait for a worker and for the waiting time of the first of them, as Temporal
 * estimates both. Several instances report on the same queues, so queries take the maximum.
 */
final class BacklogGauges implements MeterBinder {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    // All queues are asked on one thread, which other gauges need too. If no queue is answered, the thread must get
    // through a hundred queues before the other gauges' last values are too old.
    private static final int RPC_SECONDS = 2;

    private final WorkflowClient client;
    private final List<WatchedQueue> queues;
    private final BackgroundRefresh background;

    BacklogGauges(WorkflowClient client, List<WatchedQueue> queues, BackgroundRefresh background) {
        this.client = client;
        this.queues = queues;
        this.background = background;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (WatchedQueue queue : queues) {
            Tags tags = Tags.of("task_queue", queue.name(), "task_type", queue.label());
            // Temporal may refuse one queue, and the others are still known.
            RefreshedValue<TaskQueueStats> stats = background.atMostEvery(INTERVAL, () -> ask(queue));
            Gauge.builder("durahook.task-queue.backlog", value(stats, TaskQueueStats::getApproximateBacklogCount))
                    .description("Approximate number of tasks that wait for a worker; NaN while it is unknown")
                    .tags(tags)
                    .register(registry);
            TimeGauge.builder("durahook.task-queue.backlog.age", value(stats, BacklogGauges::seconds), TimeUnit.SECONDS)
                    .description(
                            "Approximate time that the first task has waited for a worker; NaN while it is unknown")
                    .tags(tags)
                    .register(registry);
        }
    }

    private static Supplier<Number> value(RefreshedValue<TaskQueueStats> stats, ToDoubleFunction<TaskQueueStats> of) {
        return () -> stats.get().map(of::applyAsDouble).orElse(Double.NaN);
    }

    private static double seconds(TaskQueueStats stats) {
        return Durations.toMillis(stats.getApproximateBacklogAge()) / 1_000.0;
    }

    // Servers before 1.28 report nothing, which would read as no backlog.
    private TaskQueueStats ask(WatchedQueue queue) {
        DescribeTaskQueueResponse description = client.getWorkflowServiceStubs()
                .blockingStub()
                .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setTaskQueue(TaskQueue.newBuilder().setName(queue.name()))
                        .setTaskQueueType(queue.type())
                        .setReportStats(true)
                        .build());
        if (!description.hasStats()) {
            throw new IllegalStateException("the server does not report the backlog of " + queue.name());
        }
        return description.getStats();
    }
}
