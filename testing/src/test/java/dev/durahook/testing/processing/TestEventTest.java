package dev.durahook.testing.processing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestEventTest {

    @ParameterizedTest
    @CsvSource({
        "shopify.orders/create, 'write ''shopify.orders_create'', as the receiver does'",
        "push, 'write <source>.<type>, such as github.push'",
        "GitHub.push, 'write <source>.<type>, such as github.push'"
    })
    void typeThatNoEventHasIsRefused(String type, String remedy) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> TestEvent.of(type, "{}"))
                .withMessage("'" + type + "' is not a valid event type: " + remedy);
    }
}
