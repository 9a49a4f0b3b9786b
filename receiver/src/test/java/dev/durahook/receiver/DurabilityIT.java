package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every acknowledged event is stored, even if the receiver or Temporal is killed meanwhile. */
@RequiresTemporal
class DurabilityIT {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedEventSurvivesTheServersDeath() throws Exception {
        TemporalServerOptions options =
                TemporalServerOptions.onFile(folder.resolve("temporal.db")).withDurableWrites();
        try (TemporalServer temporal = TemporalServer.start(options);
                RunningReceiver receiver = RunningReceiver.on(temporal.target())) {
            Queue<String> acknowledged = acknowledgedUntilKilled(temporal, receiver.sender());
            temporal.restart();

            for (String id : acknowledged) {
                assertThat(temporal.workflows().describe("github:" + id).getHistoryLength())
                        .isPositive();
            }
        }
    }

    @Test
    void aReceiverKilledBeforeItAnsweredHasStoredTheEventOnce() throws Exception {
        try (TemporalServer temporal = TemporalServer.start();
                FaultProxy proxy = FaultProxy.to(temporal.target())) {
            int port = FreePort.next();
            try (JavaProcess first = receiverProcess(proxy.target(), port)) {
                assertThat(new Sender(port).push("warm-up", "{}").statusCode()).isEqualTo(202);
                proxy.dropReplies();
                CompletableFuture<?> unanswered = new Sender(port).sendAsync("github", "killed", "push", BODY);
                temporal.workflows().awaitCount("WorkflowId = 'github:killed'", 1);
                first.kill();
                assertThat(unanswered).failsWithin(Await.PATIENCE);
            }
            proxy.heal();
            try (JavaProcess second = receiverProcess(proxy.target(), port)) {
                assertThat(new Sender(port).push("killed", "{}").statusCode()).isEqualTo(200);
                assertThat(second.isAlive()).isTrue();
            }
            assertThat(temporal.workflows().runs("github:killed")).hasSize(1);
        }
    }

    @Test
    void aReceiverStartsWithoutTemporalAndFindsItLater() throws Exception {
        try (TemporalServer temporal = TemporalServer.start(folder.resolve("late.db"))) {
            temporal.stop();
            try (RunningReceiver receiver = RunningReceiver.on(temporal.target(), RunningReceiver.DEFAULT_TIMEOUT)) {
                assertThat(receiver.sender().push("early", "{}").statusCode()).isEqualTo(503);
                assertThat(receiver.sender().get("/actuator/health/liveness")).isEqualTo(200);
                assertThat(receiver.sender().get("/actuator/health/readiness")).isEqualTo(503);

                temporal.restart();
                Await.until("accepted", () -> accepted(receiver.sender(), "early"));
            }
        }
    }

    private static Queue<String> acknowledgedUntilKilled(TemporalServer temporal, Sender sender) throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean killed = new AtomicBoolean();
        ExecutorService load = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            load.execute(() -> {
                while (!killed.get()) {
                    String id = "load-" + next.incrementAndGet();
                    if (accepted(sender, id)) {
                        acknowledged.add(id);
                    }
                }
            });
        }
        Await.until("some deliveries are acknowledged", () -> acknowledged.size() > 60);
        temporal.kill();
        killed.set(true);
        load.shutdown();
        assertThat(load.awaitTermination(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return acknowledged;
    }

    private static boolean accepted(Sender sender, String id) {
        try {
            return sender.push(id, "{}").statusCode() / 100 == 2;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JavaProcess receiverProcess(String target, int port) {
        JavaProcess process = JavaProcess.of(ReceiverApplication.class)
                .arguments(RunningReceiver.arguments(target, port).toArray(String[]::new))
                .start();
        Await.until("the receiver is ready", () -> answers(port));
        return process;
    }

    private static boolean answers(int port) {
        try {
            return new Sender(port).get("/actuator/health/readiness") == 200;
        } catch (Exception notYet) {
            return false;
        }
    }
}
