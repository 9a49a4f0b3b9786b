package dev.durahook.receiver.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ReceiverApplication;
import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.testsupport.process.JavaProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any number of large bodies fits into the memory, from any sender and with any state of Temporal. */
class BodiesInFlightIT {

    private final int port = FreePort.next();
    private FakeFrontend frontend;
    private FaultProxy temporal;
    private JavaProcess receiver;

    @BeforeEach
    void start() {
        frontend = FakeFrontend.start();
        temporal = FaultProxy.to(frontend.target());
        receiver = JavaProcess.of(ReceiverApplication.class)
                .option("-Xmx256m")
                .option("-XX:+ExitOnOutOfMemoryError")
                .arguments(RunningReceiver.arguments(temporal.target(), port).toArray(String[]::new))
                .arguments(
                        RunningReceiver.DEFAULT_TIMEOUT,
                        "--durahook.http.body-timeout=5m",
                        "--durahook.http.body-rate=1B")
                .start();
        Await.until("a delivery is stored", this::isReady);
    }

    @AfterEach
    void stop() {
        receiver.close();
        temporal.close();
        frontend.close();
    }

    @Test
    void twoHundredWhileTemporalHangs() throws Exception {
        temporal.dropReplies();
        byte[] body = body(1_900_000);

        List<RawAnswer> answers = send(200, Sender.head("large", body), body);

        assertThat(answers).extracting(RawAnswer::status).containsOnly(503);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).hasValue("5"));
        assertThat(answers).anySatisfy(answer -> assertThat(answer.body()).contains("receiver-full"));
        temporal.heal();
        assertItGoesOn();
    }

    @Test
    void manyUnsignedBodies() throws Exception {
        byte[] body = body(1_990_000);

        List<RawAnswer> answers =
                send(128, Sender.head("large", new byte[0]).replace("Length: 0", "Length: 1990000"), body);

        assertThat(answers).extracting(RawAnswer::status).isSubsetOf(401, 503).contains(401);
        assertItGoesOn();
    }

    private void assertItGoesOn() {
        Await.until("deliveries are stored", () -> push("after").statusCode() / 100 == 2);
        assertThat(receiver.isAlive()).isTrue();
        assertThat(receiver.output()).doesNotContain("OutOfMemoryError");
    }

    /** Sends this many large bodies at once, and small ones beside them, which are never refused for lack of memory. */
    private List<RawAnswer> send(int count, String head, byte[] body) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(count);
        try {
            List<Future<RawAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                answers.add(senders.submit(() -> send(head, body)));
            }
            for (int i = 0; i < 10; i++) {
                HttpResponse<String> small = push("small-" + i);
                assertThat(small.statusCode()).isIn(202, 503);
                assertThat(small.body()).doesNotContain("receiver-full");
            }
            List<RawAnswer> all = new ArrayList<>();
            for (Future<RawAnswer> answer : answers) {
                all.add(answer.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return all;
        } finally {
            senders.shutdownNow();
        }
    }

    private RawAnswer send(String head, byte[] body) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            return http.send(head.replace("\n\n", "\nConnection: close\n\n"), body)
                    .answer();
        }
    }

    private HttpResponse<String> push(String id) {
        try {
            return new Sender(port).push(id, "{}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() {
        try {
            return push("ready").statusCode() / 100 == 2;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static byte[] body(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        return body;
    }
}
