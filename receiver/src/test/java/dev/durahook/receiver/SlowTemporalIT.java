package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.RunningTime;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Temporal that stores a known number of events a second, and gets more than that number. */
class SlowTemporalIT {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final int SENDERS = 120;

    private final FakeFrontend temporal = FakeFrontend.start();
    private final AtomicInteger next = new AtomicInteger();

    @AfterEach
    void stop() {
        temporal.close();
    }

    @Test
    void eventThatIsStoredUnderOverloadIsAcknowledged() {
        temporal.serve(4, Duration.ofMillis(500));
        try (RunningReceiver receiver = RunningReceiver.on(temporal.target(), "--durahook.acceptance.timeout=10s")) {
            Await.until("a measurement is not disturbed", () -> isMostOfWhatIsStoredAcknowledged(receiver));
        }
    }

    // Returns whether the process ran all the time. If it stands still for seconds, all events in flight
    // are late at once.
    private boolean isMostOfWhatIsStoredAcknowledged(RunningReceiver receiver) {
        Await.until("nothing is in flight", () -> temporal.stored() == temporal.startCalls());
        int before = temporal.stored();
        try (RunningTime time = RunningTime.start()) {
            int accepted = acceptedUnderOverload(receiver, Duration.ofSeconds(25));
            int stored = temporal.stored() - before;
            boolean isUndisturbed = time.longestPause().compareTo(Duration.ofSeconds(2)) < 0;
            if (isUndisturbed) {
                // If all starts were sent at once, each would take 15 s, and hardly any event would be stored within
                // the deadline.
                assertThat(accepted).isGreaterThan(stored * 8 / 10);
            }
            return isUndisturbed;
        }
    }

    @Test
    void afterASlowTimeAsMuchIsAcceptedAsBefore() throws Exception {
        try (RunningReceiver receiver = RunningReceiver.on(temporal.target(), RunningReceiver.DEFAULT_TIMEOUT)) {
            // Less than two cores can send, which other tests need too.
            temporal.serve(16, Duration.ofMillis(20));
            acceptedUnderOverload(receiver, Duration.ofSeconds(2));
            int before = acceptedUnderOverload(receiver, Duration.ofSeconds(2));
            temporal.serve(4, Duration.ofMillis(150));
            acceptedUnderOverload(receiver, Duration.ofSeconds(5));
            temporal.serve(16, Duration.ofMillis(20));
            acceptedUnderOverload(receiver, Duration.ofSeconds(2));

            Await.until(
                    "as much is accepted as before",
                    () -> acceptedUnderOverload(receiver, Duration.ofSeconds(2)) > before / 3);
        }
    }

    @Test
    void burstThatTemporalCanStoreInTimeIsNotRefused() {
        temporal.serve(4, Duration.ofMillis(50));
        try (RunningReceiver receiver = RunningReceiver.on(temporal.target(), "--durahook.acceptance.timeout=20s")) {
            Sender sender = receiver.sender();
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String id = "burst-" + i;
                // On a machine that stands still for seconds, an honest sender is too slow as well, and delivers again.
                answers.add(sender.sendAsync("github", id, "push", BODY)
                        .thenCompose(answer -> Sender.isTooSlow(answer)
                                ? sender.sendAsync("github", id, "push", BODY)
                                : CompletableFuture.completedFuture(answer)));
            }

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        }
    }

    @Test
    void aQuotaIsTheReasonAlthoughTheClientSleepsPastTheDeadline() throws Exception {
        temporal.answerStartsWith(Status.RESOURCE_EXHAUSTED.withDescription("namespace rate limit exceeded"));
        try (RunningReceiver receiver = RunningReceiver.on(temporal.target(), RunningReceiver.DEFAULT_TIMEOUT)) {
            assertThat(receiver.sender().push("over-quota", "{}").statusCode()).isEqualTo(503);

            assertThat(receiver.beans(MeterRegistry.class))
                    .anySatisfy(meters -> assertThat(meters.get("durahook.deliveries")
                                    .tag("outcome", "not-stored")
                                    .tag("reason", "resource-exhausted")
                                    .timer()
                                    .count())
                            .isEqualTo(1));
        }
    }

    private int acceptedUnderOverload(RunningReceiver receiver, Duration time) {
        AtomicInteger accepted = new AtomicInteger();
        long end = System.nanoTime() + time.toNanos();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        Sender sender = receiver.sender();
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> {
                while (System.nanoTime() < end) {
                    if (isAccepted(sender)) {
                        accepted.incrementAndGet();
                    }
                }
            });
        }
        senders.shutdown();
        Await.until("the senders have ended", senders::isTerminated);
        return accepted.get();
    }

    private boolean isAccepted(Sender sender) {
        String id = "overload-" + next.incrementAndGet();
        return sender.sendAsync("github", id, "push", BODY).join().statusCode() == 202;
    }
}
