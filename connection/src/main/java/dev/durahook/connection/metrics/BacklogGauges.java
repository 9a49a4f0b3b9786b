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
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Gauges for the number of tasks that wait for a worker and for the waiting time of the first of them, as Temporal
 * estimates both. Several instances report on the same queues, so queries take the maximum.
 */
final class BacklogGauges implements MeterBinder {

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int RPC_SECONDS = 10;

    private final WorkflowClient client;
    private final List<WatchedQueue> queues;
    private final RefreshedValue<Map<WatchedQueue, TaskQueueStats>> all;

    BacklogGauges(WorkflowClient client, List<WatchedQueue> queues, BackgroundRefresh background) {
        this.client = client;
        this.queues = queues;
        this.all = background.atMostEvery(INTERVAL, this::ask);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (WatchedQueue queue : queues) {
            Tags tags = Tags.of("task_queue", queue.name(), "task_type", queue.label());
            Gauge.builder("durahook.task-queue.backlog", value(queue, TaskQueueStats::getApproximateBacklogCount))
                    .description("Approximate number of tasks that wait for a worker; NaN while it is unknown")
                    .tags(tags)
                    .register(registry);
            TimeGauge.builder("durahook.task-queue.backlog.age", value(queue, BacklogGauges::seconds), TimeUnit.SECONDS)
                    .description(
                            "Approximate time that the first task has waited for a worker; NaN while it is unknown")
                    .tags(tags)
                    .register(registry);
        }
    }

    private Supplier<Number> value(WatchedQueue queue, ToDoubleFunction<TaskQueueStats> of) {
        return () -> all.get().map(stats -> of.applyAsDouble(stats.get(queue))).orElse(Double.NaN);
    }

    private static double seconds(TaskQueueStats stats) {
        return Durations.toMillis(stats.getApproximateBacklogAge()) / 1_000.0;
    }

    private Map<WatchedQueue, TaskQueueStats> ask() {
        return queues.stream().collect(Collectors.toUnmodifiableMap(queue -> queue, this::stats));
    }

    private TaskQueueStats stats(WatchedQueue queue) {
        return client.getWorkflowServiceStubs()
                .blockingStub()
                .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setTaskQueue(TaskQueue.newBuilder().setName(queue.name()))
                        .setTaskQueueType(queue.type())
                        .setReportStats(true)
                        .build())
                .getStats();
    }
}
