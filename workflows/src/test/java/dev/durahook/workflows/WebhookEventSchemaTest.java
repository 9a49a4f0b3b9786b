package dev.durahook.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema by which workers in other languages read an event says what Durahook writes. */
class WebhookEventSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyFieldIsDescribed() throws IOException {
        assertThat(schema().path("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(Arrays.stream(WebhookEvent.class.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    @Test
    void fieldsThatAnEventMayLackAreNotRequired() throws IOException {
        assertThat(StreamSupport.stream(schema().path("required").spliterator(), false)
                        .map(JsonNode::asText))
                .containsExactlyElementsOf(
                        () -> read(Golden.text("webhook-event-smallest.json")).fieldNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-event.json", "webhook-event-smallest.json", "webhook-event-in-an-envelope.json"})
    void writtenEventFitsTheSchema(String golden) throws IOException {
        JsonNode properties = schema().path("properties");
        for (Map.Entry<String, JsonNode> field : read(Golden.text(golden)).properties()) {
            JsonNode described = properties.path(field.getKey());
            assertThat(described.path("type").asText()).as(field.getKey()).isEqualTo(type(field.getValue()));
            if (field.getValue().isObject()) {
                assertThat(field.getValue())
                        .allSatisfy(value -> assertThat(type(value))
                                .isEqualTo(described
                                        .path("additionalProperties")
                                        .path("type")
                                        .asText()));
            }
        }
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case OBJECT -> "object";
            default -> value.getNodeType().toString();
        };
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree(Path.of("../docs/webhook-event.schema.json").toFile());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
