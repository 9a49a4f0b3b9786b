package dev.durahook.worker.health;

import dev.durahook.connection.metrics.WatchedQueue;
import dev.durahook.connection.outage.FailureReason;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * UP if Temporal knows a poller of this worker on each of its task queues. Use it for readiness, so that a rollout
 * waits until the new workers work. Never use it for liveness, because a restart of the worker does not make Temporal
 * available again.
 */
public final class PollersHealth implements HealthIndicator {

    // A rollout waits for the first UP, so a DOWN is kept only for a second. An UP is kept longer, because each answer
    // costs a call for each task queue of this worker.
    private static final long FRESH_WHILE_DOWN = Duration.ofSeconds(1).toNanos();
    private static final long FRESH_WHILE_UP = Duration.ofSeconds(30).toNanos();

    private final WorkflowClient client;
    private final Pollers pollers;
    private final BooleanSupplier working;
    private final LongSupplier nanoTime;
    private final PollersLog log;
    private @Nullable Health last;
    private long lastAt;

    /**
     * Reports the health of a factory's workers.
     *
     * @param queues the task queues that the workers should poll
     * @param working whether the workers have started and have not been stopped
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public PollersHealth(
            WorkerFactory factory, List<WatchedQueue> queues, BooleanSupplier working, LongSupplier nanoTime) {
        this.client = factory.getWorkflowClient();
        this.pollers = new Pollers(factory, queues);
        this.working = working;
        this.nanoTime = nanoTime;
        this.log = new PollersLog(nanoTime);
    }

    @Override
    public synchronized Health health() {
        Health known = last;
        if (!working.getAsBoolean()) {
            return keep(down("the workers do not run", pollers.all()));
        }
        if (known != null && nanoTime.getAsLong() - lastAt < (isUp(known) ? FRESH_WHILE_UP : FRESH_WHILE_DOWN)) {
            return known;
        }
        return keep(ask());
    }

    private Health keep(Health now) {
        last = now;
        lastAt = nanoTime.getAsLong();
        return now;
    }

    private Health ask() {
        try {
            Set<String> missing = pollers.missing();
            log.found(missing, pollers.all());
            return missing.isEmpty() ? up() : down("Temporal knows no poller of this worker on some queues", missing);
        } catch (StatusRuntimeException e) {
            return down(FailureReason.of(e, client), pollers.all());
        }
    }

    private Health up() {
        return Health.up().withDetail("taskQueues", pollers.all()).build();
    }

    private Health down(String reason, Set<String> missing) {
        return Health.down()
                .withDetail("taskQueues", pollers.all())
                .withDetail("notPolled", missing)
                .withDetail("reason", reason)
                .build();
    }

    private static boolean isUp(Health health) {
        return health.getStatus().equals(Status.UP);
    }
}
