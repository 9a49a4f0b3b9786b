package dev.durahook.testing.processing;

import dev.durahook.workflows.EventId;
import dev.durahook.workflows.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An event to be processed, as the receiver would start it. */
public final class TestEvent {

    private final String type;
    private final byte[] body;
    private final @Nullable String id;
    private final Map<String, String> headers;
    private final Map<String, String> envelope;

    private TestEvent(
            String type, byte[] body, @Nullable String id, Map<String, String> headers, Map<String, String> envelope) {
        if (!EventType.isValid(type)) {
            throw new IllegalArgumentException("'" + type + "' is not a valid event type: " + remedy(type));
        }
        this.type = type;
        this.body = body;
        this.id = id;
        this.headers = headers;
        this.envelope = envelope;
    }

    private static String remedy(String type) {
        return type.contains("*")
                ? "a '*' is for the types of a handler or a route, and an event has one type"
                : "write "
                        + EventType.parse(type)
                                .map(meant -> "'" + meant + "', as the receiver does")
                                .orElse(EventType.FORM);
    }

    /**
     * An event with a body in UTF-8.
     *
     * @param type {@code <source>.<type>}, such as {@code github.push}
     */
    public static TestEvent of(String type, String body) {
        return of(type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An event with a body of any bytes. */
    public static TestEvent of(String type, byte[] body) {
        return new TestEvent(type, body.clone(), null, Map.of(), Map.of());
    }

    /**
     * The same event with an ID of the sender, such as {@code evt_7}. Without it, each event has a new ID. An event that
     * has ended is processed again under the same ID, as an operator may ask for it; the receiver would not start it again.
     */
    public TestEvent withId(String id) {
        return new TestEvent(type, body, id, headers, envelope);
    }

    /**
     * The same event with one more header, as if the source kept this header. As in every event, the name of the header
     * is in lower case.
     */
    public TestEvent withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new TestEvent(type, body, id, more, envelope);
    }

    /**
     * The same event with one more value that its delivery has outside the event, such as {@code /entry/id} of
     * WhatsApp.
     */
    public TestEvent withEnvelope(String pointer, String value) {
        Map<String, String> more = new TreeMap<>(envelope);
        more.put(pointer, value);
        return new TestEvent(type, body, id, headers, more);
    }

    String type() {
        return type;
    }

    String source() {
        return type.substring(0, type.indexOf('.'));
    }

    byte[] body() {
        return Arrays.copyOf(body, body.length);
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, String> envelope() {
        return envelope;
    }

    EventId idOr(String other) {
        return EventId.of(source(), id == null ? other : id);
    }
}
