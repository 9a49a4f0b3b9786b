package dev.durahook.worker.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.logging.LoggedEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

class LoggedEventTest {

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void eventIsNamedUntilItsEnd() {
        MDC.put("of-somebody-else", "stays");

        LoggedEvent event =
                LoggedEvent.of(new WebhookEvent("github:1", "github", "github.push", Instant.EPOCH, Map.of(), null));
        assertThat(MDC.getCopyOfContextMap())
                .containsEntry("durahook.event.id", "github:1")
                .containsEntry("durahook.event.type", "github.push")
                .containsEntry("durahook.event.source", "github");
        event.end();

        assertThat(MDC.getCopyOfContextMap()).containsOnly(Map.entry("of-somebody-else", "stays"));
    }

    @Test
    void sourceStaysNamedAfterOneOfItsEvents() {
        LoggedEvent delivery = LoggedEvent.from("github");
        LoggedEvent.of("github", "github:1", "github.push").end();

        assertThat(MDC.getCopyOfContextMap()).containsOnly(Map.entry("durahook.event.source", "github"));
        delivery.end();
        assertThat(MDC.get("durahook.event.source")).isNull();
    }

    @Test
    void workflowOfAnEventNamesIt() {
        LoggedEvent.ofWorkflow("github:sha256-0:1", "github.push");

        assertThat(MDC.getCopyOfContextMap())
                .containsOnly(
                        Map.entry("durahook.event.id", "github:sha256-0:1"),
                        Map.entry("durahook.event.type", "github.push"),
                        Map.entry("durahook.event.source", "github"));
    }

    @ParameterizedTest
    @CsvSource({"orders-7, Order", "github:1, stripe.push", "github:1, githubpush", "'', ''", ":1, .push"})
    void workflowOfNoEventNamesNone(String id, String type) {
        LoggedEvent.ofWorkflow(id, type);

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }
}
