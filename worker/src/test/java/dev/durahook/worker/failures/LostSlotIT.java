package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.destination.CountingServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A handler that never ends and ignores that it is interrupted, and a destination that never answers. */
@RequiresTemporal
@ExtendWith(OutputCaptureExtension.class)
class LostSlotIT {

    private static final String LOST = "durahook.worker.slots.lost";
    private static final String QUEUE = "durahook.handler.handle-hasty";
    private static final int SHARE = 50;

    private static TemporalServer server;

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void endAll() {
        end.countDown();
    }

    @Test
    void anAttemptThatGoesOnIsNamedAndItsEventIsParked(CapturedOutput output) {
        try (RunningWorker worker = worker()) {
            Event event = worker.deliver("hasty", attempt -> goOnForEver());

            assertThat(event.parked()).contains("timed out (`start-to-close-timeout`)", "Attempts: 2");
            // Temporal counts an attempt that it has handed out, even if the handler begins after the attempt's time.
            Await.until("both attempts have begun", () -> event.attempts() == 2);
            assertThat(running).hasValue(2);
            Await.until("both lost slots are counted", () -> worker.gauge(LOST, QUEUE) == 2);
            Await.until(
                    "the log reports it",
                    () -> output.toString()
                            .contains("Attempts of handle-hasty that go on although their time is over"));
            assertThat(worker.health("slots").getStatus()).isEqualTo(Status.UP);
            assertThat(worker.health("slots").getDetails().get("lost")).hasToString("{" + QUEUE + "=2 of 50}");
            // The worker would wait for its attempts when it stops.
            end.countDown();
        }
    }

    @Test
    void handlerThatHasLostAllItsSlotsDelaysNoOtherHandlerAndTheWorkerIsNotReady(CapturedOutput output) {
        long begin = System.nanoTime();
        try (RunningWorker worker = worker()) {
            List<Event> hasty = Stream.generate(() -> worker.deliver("hasty", attempt -> goOnForEver()))
                    .limit(SHARE + 20)
                    .toList();
            Await.until("the share is used up", () -> running.get() == SHARE);
            assertOthersFlowOn(worker);

            Await.until("all slots are lost", () -> worker.gauge(LOST, QUEUE) == SHARE);
            assertThat(worker.gauge(LOST, "durahook")).isZero();
            assertThat(worker.health("slots").getStatus()).isEqualTo(Status.DOWN);
            assertThat(worker.health("slots").getDetails().get("reason").toString())
                    .contains("50 of the 50 slots of task queue " + QUEUE, "Restart this worker");
            assertThat(running).hasValue(SHARE);
            assertOthersFlowOn(worker);
            Await.until("the log reports it", () -> output.toString().contains("Not ready: 50 of the 50 slots"));
            assertThat(output.toString().split("Attempts of handle-hasty", -1))
                    .as("lines, each of them a minute after the other, and the text before them")
                    .hasSizeLessThanOrEqualTo(2 + secondsSince(begin) / 60);

            end.countDown();
            Await.until("no slot is lost", () -> worker.gauge(LOST, QUEUE) == 0);
            assertThat(worker.health("slots").getStatus()).isEqualTo(Status.UP);
            Await.until("the log reports it", () -> output.toString().contains("Ready again"));
            Await.until("each event is parked or done", () -> hasty.stream().allMatch(Event::isSettled));
        }
    }

    @Test
    void destinationThatNeverAnswersBlocksOnlyItsOwnSlots() {
        try (CountingServer crm = new CountingServer(Duration.ZERO);
                FaultProxy way = FaultProxy.to(crm.target());
                RunningWorker worker = worker(
                        "durahook.routes.all.event-types=shop.*",
                        "durahook.routes.all.destinations=crm",
                        "durahook.destinations.crm.url=http://" + way.target() + "/events",
                        "durahook.destinations.crm.signature=none",
                        "durahook.destinations.crm.request-timeout=1m",
                        "durahook.destinations.crm.total-timeout=1m",
                        "durahook.destinations.crm.concurrency=2")) {
            long begin = System.nanoTime();
            way.blackHole();
            List<Event> stuck = Stream.generate(() -> worker.deliver("shop", attempt -> "by no handler"))
                    .limit(20)
                    .toList();
            Await.until("two deliveries wait", () -> way.accepted() >= 2);
            assertOthersFlowOn(worker);
            // An attempt ends without an answer after nine tenths of its minute, and another takes its slot.
            assertThat(way.accepted()).isLessThanOrEqualTo(2 + 2 * (secondsSince(begin) / 54));
            assertThat(worker.gauge(LOST, "durahook.destination.crm")).isZero();

            way.heal();
            way.reset();
            assertThat(stuck).allSatisfy(event -> assertThat(event.result()).startsWith("crm answered 204"));
        }
    }

    private static void assertOthersFlowOn(RunningWorker worker) {
        assertThat(Stream.generate(() -> worker.deliver(RunningWorker.QUICK, attempt -> "done"))
                        .limit(20)
                        .toList())
                .allSatisfy(event -> assertThat(event.result()).isEqualTo("done"));
    }

    private static int secondsSince(long begin) {
        return (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    private static RunningWorker worker(String... more) {
        return RunningWorker.start(
                server,
                List.of(RunningWorker.QUICK, "hasty"),
                Stream.concat(
                                Stream.of(
                                        "durahook.policies.hasty.initial-interval=100ms",
                                        "durahook.policies.hasty.start-to-close-timeout=2s",
                                        "durahook.policies.hasty.maximum-attempts=2"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private String goOnForEver() {
        running.incrementAndGet();
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException ignored) {
                // This handler ignores that it is interrupted.
            }
        }
        running.decrementAndGet();
        return "too late";
    }
}
