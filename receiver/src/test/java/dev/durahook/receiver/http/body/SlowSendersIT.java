package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With far more slow senders than threads of the server, other deliveries are still answered, and the connections of
 * slow senders are closed.
 */
class SlowSendersIT {

    private static final int THREADS = 8;
    private static final int SLOW = 5 * THREADS;

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.on(
                frontend.target(),
                "--server.tomcat.threads.max=" + THREADS,
                // Tomcat's own time-outs do not end a connection on which a byte arrives now and then.
                "--server.tomcat.connection-timeout=1m",
                "--durahook.http.header-timeout=2s");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "headers           | 408 | POST /webhooks/github HTTP/1.1~Host: x~X: ",
                "a request line    | 408 | POST /webhooks/",
                "blank lines       | 408 | ~",
                "a body            | 408 | POST /webhooks/github HTTP/1.1~Host: x~Content-Length: 1000000~~",
                "a chunk's length  | 408 | POST /webhooks/github HTTP/1.1~Host: x~Transfer-Encoding: chunked~~5;a=",
                "a chunk           | 408 | POST /webhooks/github HTTP/1.1~Host: x~Transfer-Encoding: chunked~~fffff~",
                "an unknown source | 404 | POST /webhooks/nobody HTTP/1.1~Host: x~Content-Length: 1000000~~",
                "another path      | 404 | POST /elsewhere HTTP/1.1~Host: x~Content-Length: 1000000~~",
                "another method    | 405 | PUT /webhooks/github HTTP/1.1~Host: x~Content-Length: 1000000~~",
                "too much          | 413 | POST /webhooks/github HTTP/1.1~Host: x~Content-Length: 9000000000~~",
                "a coded body      | 415 | POST /webhooks/github HTTP/1.1~Host: x~Content-Encoding: br~Content-Length: 9999~~",
                "a bad host        | 400 | POST /webhooks/github HTTP/1.1~Host: a b~Content-Length: 1000000~~"
            })
    void deliveriesGoOn(String what, int status, String beginning) throws Exception {
        String more = beginning.equals("~") ? "\n" : "0";
        ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(new RawHttp(receiver.port()).send(beginning.strip().replace("~", "\n")));
            }
            trickle.scheduleWithFixedDelay(
                    () -> slow.forEach(sender -> sendSome(sender, more)), 1, 1, TimeUnit.SECONDS);
            for (int i = 0; i < 2 * THREADS; i++) {
                assertThat(new Sender(receiver.port()).push(what + i, "{}").statusCode())
                        .isEqualTo(202);
            }
            for (RawHttp sender : slow) {
                // The read ends because the server closes the connection.
                RawAnswer answer = sender.answer();
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            }
        } finally {
            trickle.shutdownNow();
            trickle.awaitTermination(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            for (RawHttp sender : slow) {
                sender.close();
            }
        }
    }

    private static void sendSome(RawHttp sender, String text) {
        try {
            sender.send(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
