package dev.durahook.workflows.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.reading.UnreadableBodyException;
import dev.durahook.workflows.shop.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventAttemptTest {

    /** A line of a body. */
    record Line(int n) {}

    @Test
    void bodyIsReadAsATreeAndAsAType() throws IOException {
        EventAttempt attempt = attempt(" {\"n\": 1}\n");
        assertThat(attempt.json().path("n").asInt()).isEqualTo(1);
        assertThat(attempt.as(Line.class)).isEqualTo(new Line(1));
        assertThat(attempt("null").json().isNull()).isTrue();
        assertThat(attempt("null").as(Line.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n", "{\"n\":1}[]", "{\"n\":1} 2"})
    void bodyOfSeveralValuesIsNotReadInPart(String body) {
        assertUnreadable(body, "the body goes on after its first JSON value; read such a body with bytes()");
    }

    @Test
    void bodyThatEndsInSomethingElseIsNotJson() {
        assertUnreadable("{\"n\":1} <html>", "the body is not valid JSON: line 1, column 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void emptyBodyIsNotJson(String body) {
        assertUnreadable(body, "the body is empty, so it is not JSON");
    }

    private static void assertUnreadable(String body, String message) {
        assertThatThrownBy(() -> attempt(body).json())
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> attempt(body).as(Line.class))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage(message);
    }

    private static EventAttempt attempt(String body) {
        WebhookEvent event = new WebhookEvent("shop:1", "shop", "shop.order", Shop.NOW, Map.of(), null);
        return new EventAttempt(event, body.getBytes(StandardCharsets.UTF_8), 1, "lines", progress -> {});
    }
}
