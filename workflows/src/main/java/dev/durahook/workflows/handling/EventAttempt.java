package dev.durahook.workflows.handling;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.reading.UnreadableBodyException;
import dev.durahook.workflows.text.ShortText;
import java.io.IOException;
import java.util.function.Consumer;

/** One attempt of a handler at an event: the event, its body, the number of the attempt and the idempotency key. */
public final class EventAttempt {

    private static final ObjectMapper JSON = JsonMapper.builder(
                    EventBody.parsers().build())
            .findAndAddModules()
            .addModule(new SimpleModule().setDeserializerModifier(new JacksonVersionCheck()))
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

    /** The event: its ID, source, type and time, and the headers that the source lets through. */
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
     * @throws UnreadableBodyException if the body is not one JSON value
     */
    public JsonNode json() throws IOException {
        return as(JsonNode.class);
    }

    /**
     * The body as a type of your own, read from JSON by Jackson 2. Fields that the type does not list are ignored.
     *
     * @throws UnreadableBodyException if the body is not one JSON value or not of this type, or if the type has
     *     annotations of Jackson 3; if the handler does not catch it, the event is parked at once
     */
    public <T> T as(Class<T> type) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            return onlyValue(parser, type);
        } catch (UnreadableBodyException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableBodyException(e, type);
        } catch (JacksonVersionCheck.OtherVersionException e) {
            throw new UnreadableBodyException(e.getMessage());
        }
    }

    // If only the first of several values were read, the others would be lost, and the event would look handled.
    private static <T> T onlyValue(JsonParser parser, Class<T> type) throws IOException {
        if (parser.nextToken() == null) {
            throw new UnreadableBodyException("the body is empty, so it is not JSON");
        }
        T value = JSON.readValue(parser, type);
        if (parser.nextToken() != null) {
            throw new UnreadableBodyException(
                    "the body goes on after its first JSON value; read such a body with bytes()");
        }
        return value;
    }

    /**
     * The number of this attempt, counted from 1. It begins at 1 again after a {@code retry} by hand, if the worker died
     * during the first attempt, and if no worker has taken the attempt for an hour.
     */
    public int number() {
        return number;
    }

    /**
     * The idempotency key {@code <event ID>/<handler's name>}. It is the same in every attempt of this handler at this
     * event: on every worker, after a reset and after a {@code retry} by hand.
     */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    /**
     * Tells Temporal that long work goes on. With a {@code heartbeat-timeout} in the policy, an attempt that sends no
     * heartbeat in time is tried again elsewhere at once.
     *
     * @param progress an object whose text the Web UI shows, cut after 2,000 characters
     * @throws io.temporal.client.ActivityCompletionException if the attempt is no longer wanted; do not catch it
     */
    public void heartbeat(Object progress) {
        heartbeat.accept(ShortText.of(String.valueOf(progress)));
    }
}
