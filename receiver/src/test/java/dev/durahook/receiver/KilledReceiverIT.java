package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.DyingReceiver.Point;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A receiver dies at each point between reading a body and answering. The sender gets no answer, delivers again to
 * another receiver, and the event has one workflow. A delivery whose body has not arrived leaves nothing behind.
 */
@RequiresTemporal
class KilledReceiverIT {

    private static final int EVENTS = 8;

    private static TemporalServer temporal;
    private static RunningReceiver other;

    @BeforeAll
    static void start() {
        temporal = TemporalServer.start();
        other = RunningReceiver.withShop(temporal.target());
    }

    @AfterAll
    static void stop() {
        other.close();
        temporal.close();
    }

    @ParameterizedTest
    @CsvSource({"VERIFIED, one, 0", "REQUEST, one, 0", "ANSWER, one, 1", "STORED, one, 1", "ANSWER, several, 3"})
    void deathAt(Point point, String kind, int stored) throws Exception {
        String id = kind + "-fatal-" + point;
        byte[] body = body(id, kind.equals("one") ? 1 : EVENTS).getBytes(StandardCharsets.UTF_8);
        int port = FreePort.next();
        try (JavaProcess receiver = receiver(point, port);
                RawHttp half = new RawHttp(port)) {
            half.send(Sender.head("half-" + id, new byte[100])).send("{");
            CompletableFuture<HttpResponse<String>> unanswered = new Sender(port).sendAsync("shop", "any", "any", body);
            assertThat(receiver.awaitEnd()).isEqualTo(137);
            assertThat(unanswered).failsWithin(Await.PATIENCE);
        }
        // Temporal may have stored some more, whose answers had not arrived.
        temporal.workflows().awaitAtLeast("WorkflowType = 'shop." + id + "'", stored);
        if (stored == 0) {
            assertThat(temporal.workflows().has("shop:" + id + "-0")).isFalse();
        }

        HttpResponse<String> again = other.sender().send("shop", "any", "any", body);

        assertThat(again.statusCode()).isIn(kind.equals("one") && stored == 1 ? List.of(200) : List.of(202, 200));
        temporal.workflows().awaitCount("WorkflowType = 'shop." + id + "'", kind.equals("one") ? 1 : EVENTS);
        assertThat(temporal.workflows().has("github:half-" + id)).isFalse();
    }

    private static JavaProcess receiver(Point point, int port) {
        JavaProcess process = JavaProcess.of(DyingReceiver.class)
                .environment(DyingReceiver.DIES, point.name())
                .arguments(Stream.concat(
                                RunningReceiver.arguments(temporal.target(), port).stream(),
                                RunningReceiver.SHOP.stream())
                        .toArray(String[]::new))
                .start();
        Await.until("the receiver is ready", () -> isReady(port));
        return process;
    }

    private static boolean isReady(int port) {
        try {
            return new Sender(port).get("/actuator/health/readiness") == 200;
        } catch (Exception notYet) {
            return false;
        }
    }

    private static String body(String type, int events) {
        return IntStream.range(0, events)
                .mapToObj(i -> "{\"id\":\"" + type + "-" + i + "\", \"type\":\"" + type + "\"}")
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }
}
