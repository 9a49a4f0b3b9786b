package dev.durahook.workflows.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventDataConverterTest {

    private static final DataConverter STANDARD = DefaultDataConverter.STANDARD_INSTANCE;

    private final DataConverter converter = new EventDataConverter(STANDARD);

    // A name that a parser keeps is the same object in the next document.
    @Test
    void nameOfAFieldIsNotKept() {
        Payload payload =
                STANDARD.toPayload(Map.of("a-name-that-a-sender-has-chosen", 1)).orElseThrow();
        assertThat(name(payload)).isEqualTo(name(payload)).isNotSameAs(name(payload));
    }

    private String name(Payload payload) {
        return (String) converter
                .fromPayload(payload, Map.class, Map.class)
                .keySet()
                .iterator()
                .next();
    }

    @Test
    void writesWhatTheStandardConverterWrites() {
        WebhookEvent event =
                new WebhookEvent("shop:1", "shop", "shop.order", Instant.EPOCH, Map.of("Zoë", "\ud83d\ude00"), null);
        for (Object value : List.of(event, "text", 7, Duration.ofSeconds(90), List.of(1.5, true), new byte[] {1, 2})) {
            assertThat(converter.toPayload(value)).isEqualTo(STANDARD.toPayload(value));
        }
        assertThat(converter.fromPayload(
                        STANDARD.toPayload(event).orElseThrow(), WebhookEvent.class, WebhookEvent.class))
                .isEqualTo(event);
    }
}
