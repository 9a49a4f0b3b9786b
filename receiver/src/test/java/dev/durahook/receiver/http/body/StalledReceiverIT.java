package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ReceiverApplication;
import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.process.ProcessSignal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that was busy or stood still does not call a sender slow whose body has arrived meanwhile. */
class StalledReceiverIT {

    private static final Duration STALL = BodyPace.GRACE.plusSeconds(1);
    private static final int BODIES = 40;

    private int scenario;

    @Test
    void bodyThatArrivedWhileAllThreadsWereBusyIsAccepted() throws Exception {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver = RunningReceiver.on(frontend.target(), "--server.tomcat.threads.max=1")) {
            assertThat(receiver.sender().push("warm", "{}").statusCode()).isEqualTo(202);
            frontend.serve(1, STALL);
            boolean isSentInTime = false;
            while (!isSentInTime) {
                isSentInTime = sendWhileAllThreadsAreBusy(frontend, receiver);
            }
        }
    }

    private boolean sendWhileAllThreadsAreBusy(FakeFrontend frontend, RunningReceiver receiver) throws Exception {
        int starts = frontend.starts();
        try (HalfSentDeliveries stalled = HalfSentDeliveries.to(receiver.port(), "stalled-" + ++scenario, 1)) {
            CompletableFuture<HttpResponse<String>> first =
                    receiver.sender().sendAsync("github", "first-" + scenario, "push", new byte[] {'{', '}'});
            Await.until("the only thread is busy", () -> frontend.starts() > starts);
            boolean isSentInTime = stalled.sendBodies();

            assertThat(first.get().statusCode()).isEqualTo(202);
            if (isSentInTime) {
                assertThat(stalled.statuses()).containsOnly(202);
            }
            return isSentInTime;
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {ReceiverApplication.class, BlockingReceiver.class})
    void bodiesThatArrivedWhileTheProcessStoodStillAreAccepted(Class<?> application) throws Exception {
        int port = FreePort.next();
        try (FakeFrontend frontend = FakeFrontend.start();
                JavaProcess receiver = JavaProcess.of(application)
                        .arguments(RunningReceiver.arguments(frontend.target(), port)
                                .toArray(String[]::new))
                        .arguments("--durahook.acceptance.timeout=30s")
                        .start()) {
            Await.until("a delivery is stored", () -> isReady(port));
            boolean isSentInTime = false;
            while (!isSentInTime) {
                isSentInTime = sendWhileItStandsStill(receiver, port);
            }
        }
    }

    private boolean sendWhileItStandsStill(JavaProcess receiver, int port) throws Exception {
        try (HalfSentDeliveries stalled = HalfSentDeliveries.to(port, "stopped-" + ++scenario, BODIES)) {
            ProcessSignal.STOP.sendTo(receiver.id());
            boolean isSentInTime = stalled.sendBodies();
            TimeUnit.NANOSECONDS.sleep(STALL.toNanos());
            ProcessSignal.CONT.sendTo(receiver.id());

            if (isSentInTime) {
                assertThat(stalled.statuses()).containsOnly(202);
            }
            return isSentInTime;
        }
    }

    private static boolean isReady(int port) {
        try {
            return new Sender(port).push("ready", "{}").statusCode() / 100 == 2;
        } catch (Exception notYet) {
            return false;
        }
    }
}
