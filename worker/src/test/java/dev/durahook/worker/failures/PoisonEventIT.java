package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.handling.EventAttempt;
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

    private static final int INNOCENTS = 5;

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
                        "durahook.policies.apart.initial-interval=2s",
                        "durahook.policies.apart.maximum-interval=6s",
                        "durahook.policies.apart.maximum-attempts=12",
                        "durahook.policies.apart.jitter=1")) {
            List<Event> innocents = Stream.generate(() -> worker.deliver("apart", this::work))
                    .limit(INNOCENTS)
                    .toList();
            Event poison = worker.deliver("apart", this::endTheWorker);

            // By chance, an event of five meets the poison event in all of its attempts once in a million runs.
            assertThat(innocents).allSatisfy(event -> {
                Await.until("the event is done or parked", event::isSettled);
                assertThat(event.status()).as(event.details()).isNull();
                assertThat(event.result()).isEqualTo("done");
                assertThat(event.attempts()).isGreaterThan(1);
            });
            assertThat(deaths).hasPositiveValue();
            assertThat(poison.attempts()).isGreaterThan(1);
        }
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

    // A worker that is dead is not interrupted, and reports nothing before Temporal has missed the attempt.
    private static String neverReport() {
        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        while (System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException ignored) {
                // Its time is over.
            }
        }
        return "too late";
    }
}
