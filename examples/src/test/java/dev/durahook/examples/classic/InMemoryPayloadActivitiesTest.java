package dev.durahook.examples.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.Test;

class InMemoryPayloadActivitiesTest {

    private static final WebhookPayload GOOD = new WebhookPayload("user_created", new TextNode("Alice"));
    private static final WebhookPayload BAD = new WebhookPayload("user_created", new TextNode("error"));

    private final InMemoryPayloadActivities activities = new InMemoryPayloadActivities();

    @Test
    void secondCallForAnEventDoesNothing() {
        assertThat(activities.processWebhookPayload(GOOD, "webhook:1")).isEqualTo("processed");
        assertThat(activities.processWebhookPayload(GOOD, "webhook:1")).isEqualTo("already processed");
    }

    @Test
    void sameBodyOfAnotherEventIsProcessed() {
        activities.processWebhookPayload(GOOD, "webhook:1");
        assertThat(activities.processWebhookPayload(GOOD, "webhook:2")).isEqualTo("processed");
    }

    @Test
    void failedPayloadDoesNotCountAsProcessed() {
        assertFails();
        assertFails();
        assertThat(activities.processWebhookPayload(GOOD, "webhook:1")).isEqualTo("processed");
    }

    private void assertFails() {
        assertThatThrownBy(() -> activities.processWebhookPayload(BAD, "webhook:1"))
                .isInstanceOfSatisfying(
                        ApplicationFailure.class, e -> assertThat(e.getType()).isEqualTo("ProcessingError"));
    }
}
