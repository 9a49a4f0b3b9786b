package dev.durahook.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookEventTest {

    private static final List<PropertyNamingStrategies.NamingBase> STRATEGIES = List.of(
            new PropertyNamingStrategies.SnakeCaseStrategy(),
            new PropertyNamingStrategies.KebabCaseStrategy(),
            new PropertyNamingStrategies.UpperCamelCaseStrategy(),
            new PropertyNamingStrategies.UpperSnakeCaseStrategy(),
            new PropertyNamingStrategies.LowerDotCaseStrategy(),
            new PropertyNamingStrategies.LowerCaseStrategy());

    private static final WebhookEvent FULL = new WebhookEvent(
            "stripe:sha256-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
            "stripe",
            "stripe.charge.failed",
            Instant.parse("2026-11-24T10:15:30.123456Z"),
            Map.of("user-agent", "Stripe/1.0", "content-type", "application/json"),
            "evt with a space, Zoë");

    private static final WebhookEvent SMALLEST = new WebhookEvent(
            "github:72d3162e", "github", "github.push", Instant.parse("2026-11-24T10:15:30Z"), Map.of(), null);

    private static final WebhookEvent IN_AN_ENVELOPE = new WebhookEvent(
            "messages:sha256-44136fa355b3678a1146ad16f7e8649e",
            "messages",
            "messages.account_update",
            Instant.parse("2026-11-24T10:15:30Z"),
            Map.of(),
            null,
            1,
            Map.of("/entry/time", "1795837013", "/entry/id", "102290129340398"));

    @Test
    void isWrittenAsTheGoldenFileSays() {
        assertThat(Golden.write(FULL)).isEqualTo(Golden.text("webhook-event.json"));
        assertThat(Golden.write(SMALLEST)).isEqualTo(Golden.text("webhook-event-smallest.json"));
        assertThat(Golden.write(IN_AN_ENVELOPE)).isEqualTo(Golden.text("webhook-event-in-an-envelope.json"));
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Golden.read("webhook-event.json", WebhookEvent.class)).isEqualTo(FULL);
        assertThat(Golden.read("webhook-event-in-an-envelope.json", WebhookEvent.class))
                .isEqualTo(IN_AN_ENVELOPE);
    }

    // Receiver and worker may be different applications, each with a mapper of its own.
    @Test
    void isWrittenWithTheSameNamesByAnyMapper() throws JsonProcessingException {
        for (PropertyNamingStrategy names : STRATEGIES) {
            ObjectMapper mapper =
                    JacksonJsonPayloadConverter.newDefaultObjectMapper().setPropertyNamingStrategy(names);
            assertThat(mapper.readTree(mapper.writeValueAsString(FULL)).fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("id", "source", "type", "receivedAt", "headers", "originalId");
            assertThat(mapper.readValue(Golden.text("webhook-event.json"), WebhookEvent.class))
                    .isEqualTo(FULL);
        }
    }

    // Earlier versions wrote the names as the mapper's strategy had them.
    @Test
    void isReadAsAMapperOfAnApplicationHasWrittenIt() throws JsonProcessingException {
        ObjectMapper mapper = JacksonJsonPayloadConverter.newDefaultObjectMapper();
        for (PropertyNamingStrategies.NamingBase names : STRATEGIES) {
            ObjectNode written = mapper.createObjectNode();
            mapper.readTree(Golden.text("webhook-event.json"))
                    .properties()
                    .forEach(field -> written.set(names.translate(field.getKey()), field.getValue()));
            assertThat(mapper.treeToValue(written, WebhookEvent.class)).isEqualTo(FULL);
        }
    }

    @Test
    void eventOfAnOlderReceiverLacksOptionalFields() {
        assertThat(Golden.read("webhook-event-smallest.json", WebhookEvent.class))
                .isEqualTo(SMALLEST);
    }

    @Test
    void eventOfANewerReceiverMayHaveMoreFields() {
        assertThat(Golden.read("webhook-event-newer.json", WebhookEvent.class)).isEqualTo(FULL);
    }

    @Test
    void headersHaveTheSameOrderOnEveryWorker() {
        assertThat(FULL.headers().keySet()).containsExactly("content-type", "user-agent");
    }

    @Test
    void envelopeHasTheSameOrderOnEveryWorker() {
        assertThat(IN_AN_ENVELOPE.envelope().keySet()).containsExactly("/entry/id", "/entry/time");
        assertThat(SMALLEST.envelope()).isEmpty();
    }

    @Test
    void headersCannotBeChanged() {
        assertThatThrownBy(() -> FULL.headers().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }
}
