package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.RequiresTemporal;
import dev.durahook.testsupport.TemporalServer;
import dev.durahook.testsupport.TemporalServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A handler that never ends and ignores that it is interrupted. */
@RequiresTemporal
@ExtendWith(OutputCaptureExtension.class)
class LostSlotIT {

    private static final Duration SOON = Duration.ofSeconds(45);

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();

    @Test
    void eachAttemptTakesOnePlaceAndIsNamedAndOtherEventsFlowOn(CapturedOutput output) {
        try (TemporalServer server = TemporalServer.start(
                        TemporalServerOptions.inMemory().withSearchAttribute("DurahookStatus", "Keyword"));
                RunningWorker worker = RunningWorker.start(
                        server,
                        List.of(RunningWorker.QUICK, "hasty"),
                        "spring.temporal.workers[0].task-queue=durahook",
                        "spring.temporal.workers[0].capacity.max-concurrent-activity-executors=3",
                        "durahook.policies.hasty.initial-interval=100ms",
                        "durahook.policies.hasty.start-to-close-timeout=2s",
                        "durahook.policies.hasty.maximum-attempts=2")) {
            Event event = worker.deliver("hasty", attempt -> goOnForEver());

            assertThat(event.parked()).contains("it took longer than `start-to-close-timeout`", "Attempts: 2");
            assertThat(event.attempts()).isEqualTo(2);
            assertThat(running).hasValue(2);
            assertThat(worker.deliver(RunningWorker.QUICK, attempt -> "done").result())
                    .isEqualTo("done");
            Await.until(
                    "the log says so",
                    SOON,
                    () -> output.toString().contains("An attempt of the handler handle-hasty goes on"));
            end.countDown();
        }
    }

    private String goOnForEver() {
        running.incrementAndGet();
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException ignored) {
                // That is the point.
            }
        }
        running.decrementAndGet();
        return "too late";
    }
}
