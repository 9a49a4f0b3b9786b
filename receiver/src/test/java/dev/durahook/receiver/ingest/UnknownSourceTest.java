package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.testsupport.http.RawHttp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A request to a source that is not declared costs almost nothing. Decision 8 explains why the time of the answer may
 * reveal this.
 */
class UnknownSourceTest {

    private final WayIn way = new WayIn(Declaration.source("shop: {scheme: github, secrets: [secret]}"));

    @Test
    void undeclaredSourceIsUnknownAlsoWithOtherFaults() {
        Delivery encoded = delivery(Map.of("Content-Encoding", List.of("gzip")), 0);
        Delivery tooLarge = delivery(Map.of(), 2_000_001);

        assertThat(way.post("nobody", encoded).getStatus()).isEqualTo(404);
        assertThat(way.post("nobody", tooLarge).getStatus()).isEqualTo(404);
    }

    @Test
    void isAnsweredBeforeItsBodyHasCome() throws Exception {
        try (ReceiverOverHttp receiver = ReceiverOverHttp.of("shop: {scheme: github, secrets: [secret]}");
                RawHttp http = new RawHttp(receiver.port())) {
            http.send("POST /webhooks/nobody HTTP/1.1\nHost: x\nContent-Length: 1000000\n\n");

            assertThat(http.status()).isEqualTo(404);
        }
    }

    private static Delivery delivery(Map<String, List<String>> headers, int size) {
        return new Delivery("http://localhost/", Headers.of(headers), new byte[size]);
    }
}
