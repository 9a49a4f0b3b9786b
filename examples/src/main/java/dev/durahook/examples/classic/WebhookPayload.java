package dev.durahook.examples.classic;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.temporal.failure.ApplicationFailure;
import org.jspecify.annotations.Nullable;

/**
 * The body of the classic template's requests.
 *
 * @param event the event's name
 * @param data any JSON value; the text {@code error} makes the processing fail
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebhookPayload(@Nullable String event, JsonNode data) {

    // A sender may leave out the data. A handler that failed because of that would be retried in vain.
    public WebhookPayload {
        data = orMissing(data);
    }

    /** Fails like the classic template if the data is the text {@code error}. */
    void requireNoError() {
        if ("error".equals(data.asText())) {
            throw ApplicationFailure.newFailure("Simulated processing error", "ProcessingError");
        }
    }

    private static JsonNode orMissing(@Nullable JsonNode data) {
        return data == null ? MissingNode.getInstance() : data;
    }
}
