package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that works on eager tasks gets SIGKILL: another process takes over, and no accepted event is lost. */
@RequiresTemporal
class KilledProcessIT {

    private static final int SENDERS = 4;

    @TempDir
    private Path folder;

    private final AtomicInteger next = new AtomicInteger();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    @Test
    void anotherProcessTakesTheTaskAfterItsTimeOut() throws IOException {
        try (TemporalServer temporal = TemporalServer.start()) {
            Histories histories = Histories.of(temporal);
            try (CombinedProcess killed = CombinedProcess.start(temporal.target(), folder)) {
                assertThat(killed.ready().post("held", "1")).isEqualTo(202);
                killed.awaitHeld("1");
                killed.process().kill();
            }
            assertThat(histories.isEager("1")).isTrue();
            CombinedProcess.release(folder);
            try (CombinedProcess other = CombinedProcess.start(temporal.target(), folder)) {
                other.awaitHeld("1");
                histories.awaitCompleted("1");
                assertThat(other.done()).containsOnly("webhook:1");
            }
            assertThat(histories.timedOut("1")).isPositive();
        }
    }

    @Test
    void everyAcceptedEventIsProcessedAfterAKillUnderLoad() throws Exception {
        CombinedProcess.release(folder);
        try (TemporalServer temporal = TemporalServer.start()) {
            try (CombinedProcess killed = CombinedProcess.start(temporal.target(), folder)) {
                killUnderLoad(killed.ready());
            }
            try (CombinedProcess other = CombinedProcess.start(temporal.target(), folder)) {
                Await.until(
                        "every accepted event is done",
                        () -> Set.copyOf(other.done()).containsAll(accepted));
                temporal.workflows().awaitCount("ExecutionStatus = 'Running'", 0);
            }
        }
    }

    private void killUnderLoad(CombinedProcess process) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> sendUntilTheEnd(process));
        }
        Await.until("some events are accepted", () -> accepted.size() > 40);
        process.process().kill();
        senders.shutdown();
        assertThat(senders.awaitTermination(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    private void sendUntilTheEnd(CombinedProcess process) {
        try {
            while (true) {
                String id = "load-" + next.incrementAndGet();
                if (process.post("held", id) == 202) {
                    accepted.add("webhook:" + id);
                }
            }
        } catch (IOException killed) {
            // The process is gone. An event without an answer may be stored or not.
        }
    }
}
