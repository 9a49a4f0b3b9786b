package dev.durahook.testing.processing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestEventTest {

    @ParameterizedTest
    @CsvSource({
        "shopify.orders/create, 'write ''shopify.orders_create'', as the receiver does'",
        "shop.*.paid, 'a ''*'' is for the types of a handler or a route, and an event has one type'"
    })
    void typeThatNoEventHasIsRefusedWithTheRemedy(String type, String remedy) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> TestEvent.of(type, "{}"))
                .withMessage("'" + type + "' is not a valid event type: " + remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "GitHub.push", "my_shop.paid"})
    void typeWithoutTheNameOfASourceIsRefusedWithTheRuleForNames(String type) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> TestEvent.of(type, "{}"))
                .withMessage("'" + type + "' is not a valid event type: write <source>.<type>, such as github.push; the"
                        + " source is 1 to 50 lower-case letters, digits and hyphens, the type letters, digits, '.', '_'"
                        + " and '-'");
    }
}
