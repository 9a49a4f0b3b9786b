package dev.durahook.receiver.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.source.Declaration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The number of series depends on the configuration and closed sets, not on the deliveries. */
class BoundedLabelsTest {

    private static final int MANY = 1_000;

    @Test
    void thousandUndeclaredSourcesAreOneSeries() {
        WayIn way = new WayIn(Declaration.source("shop: {scheme: github, secrets: [secret]}"));
        for (int i = 0; i < MANY; i++) {
            assertThat(way.post("nobody-" + i + "x".repeat(i), sent("{}")).getStatus())
                    .isEqualTo(404);
        }
        assertThat(way.series()).isEqualTo(1);
    }

    @Test
    void aThousandTypesAreOneSeries() {
        WayIn way = new WayIn(Declaration.source("shop: {scheme: none, type: {pointer: /type}}"));
        for (int i = 0; i < MANY; i++) {
            assertThat(way.post(sent("{\"type\": \"order-" + i + "x".repeat(i) + "\"}"))
                            .getStatus())
                    .isEqualTo(202);
        }
        assertThat(way.series()).isEqualTo(1);
    }

    @Test
    void aThousandWrongSignaturesAreAFewSeries() {
        WayIn way = new WayIn(Declaration.source("shop: {scheme: github, secrets: [secret]}"));
        for (int i = 0; i < MANY; i++) {
            way.post(sent("{}", "sha256=" + "0".repeat(i % 100) + i));
        }
        assertThat(way.series()).isBetween(2, 3);
    }

    private static Delivery sent(String body) {
        return new Delivery("http://localhost/", Headers.of(Map.of()), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Delivery sent(String body, String signature) {
        return new Delivery(
                "http://localhost/",
                Headers.of(Map.of("X-Hub-Signature-256", List.of(signature))),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
