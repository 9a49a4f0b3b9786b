package dev.durahook.workflows.handling;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.reading.UnreadableBodyException;
import java.io.IOException;
import java.util.function.Consumer;

/** One attempt at handling an event: what came, and where in its life this attempt stands. */
public final class EventAttempt {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final WebhookEvent event;
    private final byte[] body;
    private final int number;
    private final String idempotencyKey;
    private final Consumer<Object> heartbeat;

    EventAttempt(WebhookEvent event, byte[] body, int number, String handler, Consumer<Object> heartbeat) {
        this.event = event;
        this.body = body;
        this.number = number;
        this.idempotencyKey = event.id() + "/" + handler;
        this.heartbeat = heartbeat;
    }

    /** ID, source, type, time, and the headers that the source lets through. */
    public WebhookEvent event() {
        return event;
    }

    /** The body, exactly as it was sent and verified. */
    public byte[] bytes() {
        return body.clone();
    }

    /**
     * The body as a JSON tree.
     *
     * @throws UnreadableBodyException if it is no JSON
     */
    public JsonNode json() throws IOException {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UnreadableBodyException(e, JsonNode.class);
        }
    }

    /**
     * The body as a type of your own, read from JSON. What the type does not list is left out.
     *
     * @throws UnreadableBodyException if it is no JSON, or not of this type; let it pass, and the event is parked at once
     */
    public <T> T as(Class<T> type) throws IOException {
        try {
            return JSON.readValue(body, type);
        } catch (IOException e) {
            throw new UnreadableBodyException(e, type);
        }
    }

    /** Which attempt this is, counted from 1; from 1 again after a {@code retry} by hand. */
    public int number() {
        return number;
    }

    /**
     * The same in every attempt at this event by this handler, on every worker, after a reset and after a {@code retry}
     * by hand: {@code <event ID>/<handler's name>}.
     */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    /**
     * Tells Temporal that long work goes on. With a {@code heartbeat-timeout} in the policy, an attempt that falls silent
     * is tried again elsewhere at once.
     *
     * @param progress its text is shown in the Web UI, cut after 2,000 characters
     * @throws io.temporal.client.ActivityCompletionException if the attempt is no longer wanted; let it pass
     */
    public void heartbeat(Object progress) {
        heartbeat.accept(ShortText.of(String.valueOf(progress)));
    }
}
