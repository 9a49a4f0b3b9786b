package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.source.Declaration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Time does not tell which sources are declared. Decision 8 has what was measured over HTTP. */
class UnknownSourceTest {

    private static final int ROUNDS = 60;

    /** Without a decoy it is dozens of times as long. */
    private static final double GENEROUS = 4;

    private static final byte[] LARGE = new byte[1_000_000];

    private final WayIn way = new WayIn(Declaration.source("shop: {scheme: github, secrets: [secret]}"));

    @Test
    void takesAsLongAsAWrongSignature() {
        assertAlike(delivery(Map.of("X-Hub-Signature-256", List.of("sha256=" + "0".repeat(64)))));
    }

    @Test
    void takesAsLongAsNoSignature() {
        assertAlike(delivery(Map.of()));
    }

    @Test
    void isUnknownWhateverElseIsWrong() {
        Delivery encoded = delivery(Map.of("Content-Encoding", List.of("gzip")));
        Delivery tooLarge = new Delivery("http://localhost/", Headers.of(Map.of()), new byte[2_000_001]);

        assertThat(way.post("nobody", encoded).getStatus()).isEqualTo(404);
        assertThat(way.post("nobody", tooLarge).getStatus()).isEqualTo(404);
    }

    // Taken in turns, so that whatever else the machine does, it does to both.
    private void assertAlike(Delivery delivery) {
        long[] known = new long[ROUNDS];
        long[] unknown = new long[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long knownTook = took("shop", delivery, 401);
            long unknownTook = took("nobody", delivery, 404);
            if (round >= 0) {
                known[round] = knownTook;
                unknown[round] = unknownTook;
            }
        }
        assertThat(median(known) / median(unknown)).isBetween(1 / GENEROUS, GENEROUS);
    }

    private long took(String name, Delivery delivery, int status) {
        long begin = System.nanoTime();
        int answered = way.post(name, delivery).getStatus();
        long end = System.nanoTime();
        assertThat(answered).isEqualTo(status);
        return end - begin;
    }

    private static double median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[ROUNDS / 2];
    }

    private static Delivery delivery(Map<String, List<String>> headers) {
        return new Delivery("http://localhost/", Headers.of(headers), LARGE);
    }
}
