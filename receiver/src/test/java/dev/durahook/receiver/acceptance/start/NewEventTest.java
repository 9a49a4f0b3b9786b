package dev.durahook.receiver.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The details of an event in the Web UI. */
class NewEventTest {

    @Test
    void showsTypeSourceAndTime() {
        assertThat(Events.named("1").details()).isEqualTo("""
                - What: `acme.order.paid`, a body of 2 bytes
                - From: source `acme`, verified
                - Received: 2026-11-24T10:00:00Z
                """);
    }

    @Test
    void saysWhereTheProviderShowsItsDeliveries() {
        assertThat(event(Map.of(), null, "https://github.com/octocat/hello/settings/hooks")
                        .details())
                .endsWith("- The provider's deliveries: <https://github.com/octocat/hello/settings/hooks>\n");
    }

    @Test
    void showsTheMediaTypeAndNothingThatBreaksThePage() {
        assertThat(event(Map.of("content-type", "a/b` <b> [x](https://evil.example)"), null, null)
                        .details())
                .contains("a body of 2 bytes of `a/b\uFFFD <b> [x](https://evil.example)`\n");
    }

    @Test
    void showsAnIdThatWasReplacedAndNothingThatBreaksThePage() {
        assertThat(Events.named("a`\nb").details()).endsWith("- Provider's id: `a\uFFFD b`\n");
        assertThat(Events.named("x".repeat(5_000)).details()).hasSizeLessThan(2_000);
    }

    @Test
    void saysWhichEventOfItsDeliveryItIs() {
        assertThat(event(Map.of(), 1, null).details()).endsWith("- Number 2 of the events in its delivery\n");
    }

    private static NewEvent event(Map<String, String> headers, @Nullable Integer position, @Nullable String link) {
        WebhookEvent event = new WebhookEvent("acme:1", "acme", "acme.paid", Instant.EPOCH, headers, null, position);
        return new NewEvent(
                event,
                EventBody.of("{}".getBytes(StandardCharsets.UTF_8)),
                "durahook",
                Map.of(),
                "paid",
                "verified",
                link,
                TaskPriority.INHERITED);
    }
}
