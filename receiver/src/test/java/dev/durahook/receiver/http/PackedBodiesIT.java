package dev.durahook.receiver.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ReceiverApplication;
import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.testsupport.process.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Some providers sign inside the body, so the body of a stranger is parsed before anything is verified. As many parts as
 * fit into a body must not take more memory than the receiver has.
 */
class PackedBodiesIT {

    private static final int PORT = FreePort.next();
    private static FakeFrontend frontend;
    private static JavaProcess receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = JavaProcess.of(ReceiverApplication.class)
                .option("-Xmx256m")
                .option("-XX:+ExitOnOutOfMemoryError")
                .arguments(RunningReceiver.arguments(frontend.target(), PORT).toArray(String[]::new))
                .arguments(
                        RunningReceiver.DEFAULT_TIMEOUT,
                        "--durahook.http.body-timeout=5m",
                        "--durahook.http.body-rate=1B",
                        "--durahook.sources.adyen.scheme=adyen",
                        "--durahook.sources.adyen.secrets=44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056",
                        "--durahook.sources.graph.scheme=ms-graph",
                        "--durahook.sources.graph.secrets=a-client-state",
                        "--durahook.sources.salesforce.scheme=salesforce",
                        "--durahook.sources.salesforce.secrets=00D000000000062EAA",
                        "--durahook.sources.salesforce.guarded-by=address-list",
                        "--durahook.sources.twilio.scheme=twilio",
                        "--durahook.sources.twilio.secrets=an-auth-token",
                        "--durahook.sources.twilio.public-url=https://hooks.example.com/webhooks/twilio")
                .start();
        Await.until("a delivery is stored", PackedBodiesIT::isStored);
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1900000 | 64 | adyen | {"notificationItems":[ | {}, | 0]}
                    312000 | 90 | adyen | {"notificationItems":[ | {"":[]}, | 0]}
                    59000 | 200 | graph | {"value":[ | {"":{"":{"":{"":{"":{}}}}}}, | 0]}
                    1900000 | 64 | salesforce | <Envelope><Body><notifications> | <Notification/> | </notifications></Body></Envelope>
                    1900000 | 64 | twilio | a=%C4%80 | + | +
                    """)
    void manyPartsOfStrangers(int size, int senders, String source, String begin, String part, String end)
            throws Exception {
        byte[] body = (begin + part.repeat((size - begin.length() - end.length()) / part.length()) + end)
                .getBytes(StandardCharsets.UTF_8);
        String head = "POST /webhooks/" + source
                + " HTTP/1.1\nHost: localhost\nConnection: close\nX-Twilio-Signature: AAAA\nContent-Type: "
                + mediaType(begin) + "\nContent-Length: " + body.length
                + "\n\n";

        assertThat(send(senders, head, body)).isSubsetOf(400, 401, 413, 503).contains(401);
        Await.until("deliveries are stored", PackedBodiesIT::isStored);
        assertThat(receiver.isAlive()).isTrue();
        assertThat(receiver.output()).doesNotContain("OutOfMemoryError");
    }

    private static String mediaType(String begin) {
        return begin.startsWith("{")
                ? "application/json"
                : begin.startsWith("<") ? "text/xml" : "application/x-www-form-urlencoded";
    }

    private static List<Integer> send(int count, String head, byte[] body) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(count);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                answers.add(senders.submit(() -> sendOne(head, body)));
            }
            List<Integer> all = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                all.add(answer.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return all;
        } finally {
            senders.shutdownNow();
        }
    }

    private static int sendOne(String head, byte[] body) throws IOException {
        try (RawHttp http = new RawHttp(PORT)) {
            return http.send(head, body).answer().status();
        }
    }

    private static boolean isStored() {
        try {
            return new Sender(PORT).push("ready", "{}").statusCode() / 100 == 2;
        } catch (Exception notYet) {
            return false;
        }
    }
}
