package dev.durahook.receiver.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A connection waits for its next request so long that a proxy closes it first, and strangers can't hold the connections
 * that senders need.
 */
class KeepAliveIT {

    private static final int CONNECTIONS = 12;

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    // At a rate of 1 B/s, a body of which all but one of these bytes have arrived is not too slow for 5 minutes.
    private static final byte[] SLOW_BODY = ("{" + " ".repeat(300) + "}").getBytes(StandardCharsets.UTF_8);
    private static final String NOTHING_HERE = "GET /elsewhere HTTP/1.1\nHost: localhost\n\n";

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.on(
                frontend.target(),
                "--server.tomcat.connection-timeout=4s",
                "--durahook.http.header-timeout=2s",
                "--durahook.http.body-timeout=5m",
                "--durahook.http.body-rate=1B");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @Test
    void connectionOutlivesTheTimeForItsFirstRequest() throws Exception {
        try (RawHttp proxy = new RawHttp(receiver.port())) {
            assertThat(status(proxy.send(NOTHING_HERE))).isEqualTo(404);
            assertIsKept(proxy, "after-a-refusal");
            assertIsKept(proxy, "after-a-delivery");
            // While a body is on its way, no thread of the server waits for it, and the answer comes in the background.
            proxy.send(Sender.head("slow", SLOW_BODY), Arrays.copyOf(SLOW_BODY, SLOW_BODY.length - 1));
            Thread.sleep(500);
            assertThat(status(proxy.send("}"))).isEqualTo(202);
            assertIsKept(proxy, "after-a-slow-delivery");
        }
    }

    private static void assertIsKept(RawHttp connection, String id) throws Exception {
        try (RawHttp silent = new RawHttp(receiver.port())) {
            assertThat(silent.answer().status()).isZero();
        }
        assertThat(status(connection.send(delivery(id)))).isEqualTo(202);
    }

    @Test
    void applicationMaySetAnotherTime() throws Exception {
        try (RunningReceiver hasty = RunningReceiver.on(frontend.target(), "--server.tomcat.keep-alive-timeout=1s");
                RawHttp proxy = new RawHttp(hasty.port())) {
            assertThat(status(proxy.send(NOTHING_HERE))).isEqualTo(404);
            assertThat(proxy.answer().status()).isZero();
        }
    }

    @Test
    void strangersCanNotHoldTheConnectionsOfSenders() throws Exception {
        List<RawHttp> strangers = new ArrayList<>();
        try (RunningReceiver small = RunningReceiver.on(
                frontend.target(),
                "--server.tomcat.max-connections=" + CONNECTIONS,
                "--server.tomcat.connection-timeout=4s")) {
            for (int i = 0; i < CONNECTIONS; i++) {
                RawHttp stranger = new RawHttp(small.port());
                strangers.add(stranger);
                stranger.send(NOTHING_HERE);
            }
            // The receiver may have closed some by now, but only for the others.
            for (RawHttp stranger : strangers) {
                stranger.head();
            }
            assertThat(new Sender(small.port()).push("genuine", "{}").statusCode())
                    .isEqualTo(202);
        } finally {
            for (RawHttp stranger : strangers) {
                stranger.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "GET /els", "GET / HTTP/1.1\nHost: "})
    void nextRequestHasTheTimeOutOfHeaders(String beginning) throws Exception {
        try (RawHttp slow = new RawHttp(receiver.port())) {
            assertThat(status(slow.send(delivery("before")))).isIn(200, 202);
            assertThat(slow.send(beginning).answer().status()).isEqualTo(503);
        }
        try (RawHttp slow = new RawHttp(receiver.port())) {
            assertThat(status(slow.send(delivery("before") + beginning))).isIn(200, 202);
            assertThat(slow.answer().status()).isEqualTo(503);
        }
    }

    private static String delivery(String id) {
        return Sender.head(id, BODY) + "{}";
    }

    /** The status of the next answer, which is read to its end. */
    private static int status(RawHttp connection) throws IOException {
        RawAnswer answer = connection.head();
        connection.skip(Integer.parseInt(answer.header("Content-Length").orElse("0")));
        return answer.status();
    }
}
