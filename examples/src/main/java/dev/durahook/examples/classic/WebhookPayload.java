package dev.durahook.examples.classic;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.temporal.failure.ApplicationFailure;
import org.jspecify.annotations.Nullable;

/**
 * The template's body.
 *
 * @param event the event's name
 * @param data anything; the text {@code error} makes the processing fail
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebhookPayload(@Nullable String event, JsonNode data) {

    // A sender may leave it out; a handler that fails for it would be retried in vain.
    public WebhookPayload {
        data = orMissing(data);
    }

    /** The template's way to show a failure. */
    void requireNoError() {
        if ("error".equals(data.asText())) {
            throw ApplicationFailure.newFailure("Simulated processing error", "ProcessingError");
        }
    }

    private static JsonNode orMissing(@Nullable JsonNode data) {
        return data == null ? MissingNode.getInstance() : data;
    }
}
