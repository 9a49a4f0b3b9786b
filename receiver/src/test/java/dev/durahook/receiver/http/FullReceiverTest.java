package dev.durahook.receiver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A body that does not fit into the remaining memory is refused. A small body fits when a large one no longer does. */
class FullReceiverTest {

    private static final int LARGE = 1_900_000;
    // At a rate of 1 B/s, a body of which these bytes have arrived is not too slow for 5 minutes.
    private static final byte[] BEGINNING = new byte[300];

    private FakeFrontend frontend;
    private RunningReceiver receiver;

    @BeforeEach
    void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.on(
                frontend.target(),
                "--durahook.http.body-memory=3MB",
                "--durahook.http.body-timeout=5m",
                "--durahook.http.body-rate=1B");
    }

    @AfterEach
    void stop() {
        receiver.close();
        frontend.close();
    }

    @Test
    void largeBodyIsRefusedBeforeItArrivesAndASmallOneIsAccepted() throws Exception {
        try (RawHttp first = begin(LARGE);
                RawHttp second = begin(LARGE)) {
            second.send(BEGINNING);
            first.send(new byte[LARGE - 1]);
            Await.until("the first body has arrived", () -> receiver.bytesOfBodies() >= LARGE - 1);

            try (RawHttp third = begin(LARGE)) {
                RawAnswer answer = third.head();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).hasValue("5");
                assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            }
            assertThat(new Sender(receiver.port()).push("small", "{}").statusCode())
                    .isEqualTo(202);
            // The body was announced while there was room. It takes no memory until it arrives.
            byte[] rest = new byte[LARGE - BEGINNING.length - 1];
            assertThat(second.send(rest).head().status()).isEqualTo(503);
        }
        Await.until("no body is held", () -> receiver.bytesOfBodies() == 0);
        assertThat(new Sender(receiver.port()).push("large", "x".repeat(LARGE)).statusCode())
                .isEqualTo(202);
    }

    @Test
    void memoryThatTheLargestBodyWouldNeverFitIntoStopsTheStart() {
        assertThatThrownBy(() -> RunningReceiver.on(frontend.target(), "--durahook.http.body-memory=2MB"))
                .rootCause()
                .hasMessageContaining(".max-body-size is larger than three quarters of durahook.http.body-memory");
    }

    private RawHttp begin(int length) throws IOException {
        return new RawHttp(receiver.port())
                .send("POST /webhooks/github HTTP/1.1\nHost: x\nContent-Length: " + length + "\n\n");
    }
}
