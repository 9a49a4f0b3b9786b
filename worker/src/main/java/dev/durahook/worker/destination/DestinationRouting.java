package dev.durahook.worker.destination;

import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.interception.ActivityRouting;
import io.temporal.activity.ActivityOptions;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Schedules what workflows send to a destination on the task queue that the destination has in this application.
 * Workflows name the destination alone, as {@link DestinationQueues} does.
 */
public final class DestinationRouting extends ActivityRouting {

    private final Supplier<DestinationTaskQueues> queues;

    /** Asks for the queues only when a workflow runs: the client needs the interceptors before that. */
    public DestinationRouting(Supplier<DestinationTaskQueues> queues) {
        this.queues = queues;
    }

    @Override
    protected Optional<ActivityOptions> routed(String activity, ActivityOptions options) {
        return Optional.ofNullable(options.getTaskQueue())
                .flatMap(DestinationQueues::destination)
                .map(destination -> ActivityOptions.newBuilder(options)
                        .setTaskQueue(queues.get().of(destination))
                        .build());
    }
}
