package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.handling.EventAttempt;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An event whose handler ends the worker at each attempt takes along the attempts that are in the worker's hands. They
 * come back at other moments than the poison event, so they are not parked with it.
 *
 * <p>No process has to end: an attempt of which Temporal never hears again is all that is left of a worker that died.
 */
@RequiresTemporal
class PoisonEventIT {

    private static final int INNOCENTS = 12;

    private static final Duration INITIAL_INTERVAL = Duration.ofSeconds(2);

    // The waits of an event are all changed by one part, drawn by chance. If the part of an innocent event is nearly
    // that of the poison event, they may meet in each attempt: for five innocent events, once in some 25 runs of the
    // test.
    private static final double APART = 0.1;

    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicInteger inHand = new AtomicInteger();

    @Test
    void takesNoOtherEventAlongForGood() {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker worker = RunningWorker.start(
                        server,
                        List.of("apart"),
                        "durahook.policies.apart.inline-first-attempt=false",
                        "durahook.policies.apart.start-to-close-timeout=2s",
                        "durahook.policies.apart.initial-interval=" + INITIAL_INTERVAL.toSeconds() + "s",
                        "durahook.policies.apart.maximum-interval=6s",
                        "durahook.policies.apart.maximum-attempts=12",
                        "durahook.policies.apart.jitter=1")) {
            List<Event> innocents = Stream.generate(() -> worker.deliver("apart", this::work))
                    .limit(INNOCENTS)
                    .toList();
            Event poison = worker.deliver("apart", this::endTheWorker);

            double waits = waits(server, poison);
            List<Event> apart = innocents.stream()
                    .filter(event -> Math.abs(waits(server, event) - waits) > APART)
                    .toList();
            assertThat(apart).isNotEmpty().allSatisfy(event -> {
                Await.until("the event is done or parked", event::isSettled);
                assertThat(event.status()).as(event.details()).isNull();
                assertThat(event.result()).isEqualTo("done");
                assertThat(event.attempts()).isGreaterThan(1);
            });
            Await.until("the worker has died more than once", () -> deaths.get() > 0 && poison.attempts() > 1);
        }
    }

    // How long the first wait is, in parts of the policy's.
    private static double waits(TemporalServer server, Event event) {
        return Await.value(
                "the event's step",
                () -> server.workflows().history(event.id()).stream()
                        .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                        .map(scheduled -> scheduled
                                .getActivityTaskScheduledEventAttributes()
                                .getRetryPolicy()
                                .getInitialInterval())
                        .map(first -> Durations.toMillis(first) / (double) INITIAL_INTERVAL.toMillis())
                        .findFirst());
    }

    private String work(EventAttempt attempt) throws InterruptedException {
        inHand.incrementAndGet();
        int before = attempt.number() == 1 ? 0 : deaths.get();
        if (attempt.number() == 1) {
            Await.until("the worker has died", () -> deaths.get() > 0);
        } else {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return deaths.get() == before ? "done" : neverReport();
    }

    private String endTheWorker(EventAttempt attempt) throws InterruptedException {
        if (attempt.number() == 1) {
            Await.until("the others are in hand", () -> inHand.get() >= INNOCENTS);
        } else {
            TimeUnit.MILLISECONDS.sleep(250);
        }
        deaths.incrementAndGet();
        return neverReport();
    }

    // A worker that is dead is not interrupted, and reports nothing before Temporal has missed the attempt. If
    // Temporal stood still meanwhile, it may take the report, which must not be that of an attempt that is done.
    private static String neverReport() {
        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        while (System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException ignored) {
                // Its time is over.
            }
        }
        throw new IllegalStateException("too late");
    }
}
