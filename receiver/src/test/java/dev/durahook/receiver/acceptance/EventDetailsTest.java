package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.WebhookEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventDetailsTest {

    @Test
    void saysWhatCameFromWhomAndWhen() {
        assertThat(EventDetails.of(Events.named("1").event(), "verified with secret 2"))
                .isEqualTo("""
                        - Event type: `acme.order.paid`
                        - Source: `acme`, verified with secret 2
                        - Received: 2026-11-24T10:00:00Z
                        """);
    }

    @Test
    void showsAnIdThatWasReplacedAndNothingThatBreaksThePage() {
        assertThat(EventDetails.of(Events.named("a`\nb").event(), "verified"))
                .endsWith("- Provider's id: `a\uFFFD\uFFFDb`\n");
        assertThat(EventDetails.of(Events.named("x".repeat(5_000)).event(), "verified"))
                .hasSizeLessThan(2_000);
    }

    @Test
    void saysWhichEventOfItsDeliveryItIs() {
        WebhookEvent second = new WebhookEvent("acme:1", "acme", "acme.paid", Instant.EPOCH, Map.of(), null, 1);

        assertThat(EventDetails.of(second, "verified")).endsWith("- Number 2 of the events in its delivery\n");
    }
}
