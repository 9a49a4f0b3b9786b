package dev.durahook.receiver.acceptance.start;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.EventId;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Events for tests. */
public final class Events {

    private Events() {}

    /** An event with an empty object as its body. */
    public static NewEvent named(String providerId) {
        return named(providerId, "{}");
    }

    /** An event with this body. */
    public static NewEvent named(String providerId, String body) {
        EventId id = EventId.of("acme", providerId);
        WebhookEvent event = new WebhookEvent(
                id.value(), "acme", "acme.order.paid", Instant.parse("2026-11-24T10:00:00Z"), Map.of(), id.original());
        return new NewEvent(
                event,
                EventBody.of(body.getBytes(StandardCharsets.UTF_8)),
                "durahook",
                Map.of(),
                "order paid",
                "verified",
                null,
                TaskPriority.INHERITED);
    }
}
