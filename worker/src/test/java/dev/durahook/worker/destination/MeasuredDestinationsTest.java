package dev.durahook.worker.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuredDestinationsTest {

    private static final String NAME = "durahook.destination.attempts";
    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1", "shop", "shop.order", Instant.EPOCH, Map.of(), null);

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aDeliveryIsCounted() {
        deliver("crm", (destination, event, body) -> new DestinationReceipt(204, null, null));
        assertThat(count("crm", "delivered")).isEqualTo(1);
    }

    @Test
    void aFailureIsCountedByItsType() {
        assertThatThrownBy(() -> deliver("crm", (destination, event, body) -> {
                    throw ApplicationFailure.newFailure("503", "DestinationUnavailable");
                }))
                .isInstanceOf(ApplicationFailure.class);
        assertThat(count("crm", "DestinationUnavailable")).isEqualTo(1);
    }

    @Test
    void aFaultOfOursIsCountedToo() {
        assertThatThrownBy(() -> deliver("crm", (destination, event, body) -> {
                    throw new IllegalStateException("no body");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("crm", "error")).isEqualTo(1);
    }

    @Test
    void thousandUndeclaredNamesAreOneLabel() {
        for (int i = 0; i < 1_000; i++) {
            deliver("made-up-" + "x".repeat(i), (destination, event, body) -> new DestinationReceipt(200, null, null));
        }
        assertThat(meters.get(NAME).timers()).hasSize(1);
        assertThat(count("unknown", "delivered")).isEqualTo(1_000);
    }

    private void deliver(String destination, DestinationActivities deliveries) {
        new MeasuredDestinations(deliveries, Set.of("crm"), meters).deliver(destination, EVENT, null);
    }

    private long count(String destination, String result) {
        return meters.get(NAME)
                .tags("destination", destination, "result", result)
                .timer()
                .count();
    }
}
