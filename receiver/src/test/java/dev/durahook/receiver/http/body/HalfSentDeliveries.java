package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Genuine deliveries whose heads the receiver has read, and whose bodies are still to come. */
final class HalfSentDeliveries implements AutoCloseable {

    private static final byte[] BODY = ("{\"x\":\"" + "x".repeat(5_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    private static final Duration IN_TIME = BodyPace.GRACE.minusSeconds(1);

    private final long begin = System.nanoTime();
    private final List<RawHttp> senders = new ArrayList<>();

    private HalfSentDeliveries() {}

    static HalfSentDeliveries to(int port, String id, int count) throws IOException {
        HalfSentDeliveries deliveries = new HalfSentDeliveries();
        for (int i = 0; i < count; i++) {
            String head = Sender.head(id + "-" + i, BODY).replace("\n\n", "\nExpect: 100-continue\n\n");
            deliveries.senders.add(new RawHttp(port).send(head));
        }
        for (RawHttp sender : deliveries.senders) {
            assertThat(sender.status()).as("only the interim answer has come").isZero();
        }
        return deliveries;
    }

    /**
     * Sends the bodies.
     *
     * @return whether the last one was sent in the grace period of the first; otherwise the receiver may refuse them
     */
    boolean sendBodies() throws IOException {
        for (RawHttp sender : senders) {
            sender.send(BODY);
        }
        return System.nanoTime() - begin < IN_TIME.toNanos();
    }

    /** The status of each answer. */
    List<Integer> statuses() throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (RawHttp sender : senders) {
            statuses.add(sender.status());
        }
        return statuses;
    }

    @Override
    public void close() throws IOException {
        for (RawHttp sender : senders) {
            sender.close();
        }
    }
}
