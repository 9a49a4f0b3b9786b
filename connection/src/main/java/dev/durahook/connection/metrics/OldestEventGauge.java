package dev.durahook.connection.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A gauge for the age of the oldest event that has neither ended nor been parked, and does not wait on purpose. Every
 * instance reports on all events of its task queues, so queries take the maximum.
 */
final class OldestEventGauge implements MeterBinder {

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int RPC_SECONDS = 10;

    // A self-hosted Temporal takes ten lists and counts a second for the whole namespace, and refuses more at once.
    private static final int MILLIS_BETWEEN_COUNTS = 200;

    private final WorkflowClient client;
    private final InstantSource clock;
    private final String atWork;
    private final RefreshedValue<Duration> age;
    private volatile @Nullable Instant oldest;

    /**
     * Measures the events that a list filter finds.
     *
     * @param atWork the list filter for running events that are not parked and do not wait on purpose
     * @param clock must agree with Temporal's clock: the age is wrong by the difference
     */
    OldestEventGauge(WorkflowClient client, String atWork, InstantSource clock, BackgroundRefresh background) {
        this.client = client;
        this.clock = clock;
        this.atWork = atWork;
        this.age = background.atMostEvery(INTERVAL, this::age);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder("durahook.events.oldest", this::seconds, TimeUnit.SECONDS)
                .description(
                        "Age of the oldest event that has neither ended nor been parked, and does not wait on purpose;"
                                + " NaN while it is unknown")
                .register(registry);
    }

    private double seconds() {
        return age.get().map(known -> known.toMillis() / 1_000.0).orElse(Double.NaN);
    }

    /** Asks Temporal for the age, beginning with the event that was the oldest the last time. */
    Duration age() {
        Instant now = clock.instant();
        Instant last = oldest;
        Duration found = new OldestAgeSearch(age -> count(now.minus(age)) > 0)
                .find(last == null ? Duration.ZERO : Duration.between(last, now));
        oldest = found.isZero() ? null : now.minus(found);
        return found;
    }

    private long count(Instant startedBefore) {
        pause();
        return client.getWorkflowServiceStubs()
                .blockingStub()
                .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                .countWorkflowExecutions(CountWorkflowExecutionsRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setQuery(atWork + " AND StartTime < '" + startedBefore + "'")
                        .build())
                .getCount();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_COUNTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two counts", e);
        }
    }
}
