package dev.durahook.receiver.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows a body in chunks is read only when the delivery is answered: another delivery, or the end. */
class ChunkedBodiesTest {

    private static final int DELIVERIES = 6;

    private static FakeFrontend temporal;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        temporal = FakeFrontend.start();
        receiver = RunningReceiver.on(temporal.target());
    }

    @AfterAll
    static void stop() {
        receiver.close();
        temporal.close();
    }

    // The server reads 4,096 bytes at a time.
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 3_600, 3_700, 3_800, 4_096, 20_000, 300_000})
    void deliveriesInARowAreAnsweredInOrder(int size) throws IOException {
        int before = temporal.starts();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < DELIVERIES; i++) {
            all.append(delivery("row-" + size + "-" + i, size))
                    .append("POST /webhooks/unknown-")
                    .append(i)
                    .append(" HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n");
        }
        try (RawHttp http = new RawHttp(receiver.port()).send(all.toString())) {
            for (int i = 0; i < DELIVERIES; i++) {
                RawAnswer stored = answer(http);
                assertThat(stored.status()).as("delivery %s", i).isEqualTo(size == 0 ? 401 : 202);
                assertThat(answer(http).status()).as("behind delivery %s", i).isEqualTo(404);
            }
        }
        assertThat(temporal.starts() - before).isEqualTo(size == 0 ? 0 : DELIVERIES);
    }

    @Test
    void senderThatSendsNothingMoreGetsItsAnswer() throws IOException {
        int before = temporal.starts();
        for (int i = 0; i < DELIVERIES; i++) {
            try (RawHttp http = new RawHttp(receiver.port())) {
                assertThat(http.send(delivery("last-" + i, 100)).end().answer().status())
                        .isEqualTo(202);
            }
        }
        assertThat(temporal.starts() - before).isEqualTo(DELIVERIES);
    }

    private static RawAnswer answer(RawHttp http) throws IOException {
        RawAnswer head = http.head();
        http.skip(head.header("Content-Length").map(Integer::parseInt).orElse(0));
        return head;
    }

    /** A genuine delivery whose body is one chunk. */
    private static String delivery(String id, int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) 'x');
        String chunk =
                size == 0 ? "" : Integer.toHexString(size) + "\n" + new String(body, StandardCharsets.US_ASCII) + "\n";
        return Sender.head(id, body).replaceFirst("Content-Length: \\d+", "Transfer-Encoding: chunked") + chunk
                + "0\n\n";
    }
}
