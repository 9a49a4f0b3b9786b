package dev.durahook.connection.outage;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * UP if Temporal answers within a second that it knows the namespace. Use it for readiness, never for liveness: a
 * restart of the application does not make Temporal available again.
 */
public final class TemporalHealth implements HealthIndicator {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    // Kubelets, load balancers and people may probe at the same time; Temporal gets at most one call a second.
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final WorkflowClient client;
    private final LongSupplier nanoTime;
    private final Runnable changed;
    private @Nullable Health last;
    private long lastAt;

    /**
     * Reports the health of the Temporal server that a client uses.
     *
     * @param changed runs when the health changes to DOWN or to UP, so that other code can check for itself; this class
     *     logs nothing
     */
    public TemporalHealth(WorkflowClient client, LongSupplier nanoTime, Runnable changed) {
        this.client = client;
        this.nanoTime = nanoTime;
        this.changed = changed;
    }

    @Override
    public synchronized Health health() {
        Health known = last;
        if (known != null && nanoTime.getAsLong() - lastAt < FRESH) {
            return known;
        }
        Health current = ask();
        if (known == null ? !isUp(current) : isUp(known) != isUp(current)) {
            changed.run();
        }
        last = current;
        lastAt = nanoTime.getAsLong();
        return current;
    }

    private Health ask() {
        try {
            client.getWorkflowServiceStubs()
                    .blockingStub()
                    .withDeadlineAfter(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(namespace())
                            .build());
            return details(Health.up()).build();
        } catch (StatusRuntimeException e) {
            return details(Health.down())
                    .withDetail("reason", FailureReason.of(e, client))
                    .build();
        }
    }

    private Health.Builder details(Health.Builder health) {
        return health.withDetail("address", FailureReason.target(client)).withDetail("namespace", namespace());
    }

    private static boolean isUp(Health health) {
        return health.getStatus().equals(Status.UP);
    }

    private String namespace() {
        return client.getOptions().getNamespace();
    }
}
