package dev.durahook.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"push", "charge.failed", "user_created", "Order-Paid", "v2"})
    void typeIsReadableBehindItsSource(String type) {
        assertThat(EventType.of("shop", type)).isEqualTo("shop." + type);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a_b",
        "a b, a_b",
        "customers/data_request, customers_data_request",
        "com.acme:paid, com.acme_paid",
        "'<script>', _script_",
        "'{\"a\"}', __a__",
        "é, _",
        "🐝, _"
    })
    void everyOtherCharacterBecomesAnUnderscore(String type, String expected) {
        assertThat(EventType.of("shop", type)).isEqualTo("shop." + expected);
    }

    @Test
    void lineFeedsAndControlCharactersBecomeUnderscores() {
        assertThat(EventType.of("shop", "a\n\0\u001bb")).isEqualTo("shop.a___b");
    }

    @Test
    void typeOf100CharactersIsWhole() {
        assertThat(EventType.of("shop", "x".repeat(100))).isEqualTo("shop." + "x".repeat(100));
    }

    @Test
    void longerTypeIsCut() {
        assertThat(EventType.of("shop", "x".repeat(101))).isEqualTo("shop." + "x".repeat(100));
    }

    @Test
    void cuttingASurrogatePairLeavesNoHalf() {
        assertThat(EventType.of("shop", "x".repeat(99) + "🐝")).isEqualTo("shop." + "x".repeat(99) + "_");
    }

    @ParameterizedTest
    @CsvSource({
        "shopify.orders/create, shopify.orders_create",
        "jira.jira:issue_updated, jira.jira_issue_updated",
        "gitlab.Push Hook, gitlab.Push_Hook",
        "github.push, github.push",
        "a.b.c/d, a.b.c_d"
    })
    void aTypeAsTheProviderWritesItIsKnown(String written, String type) {
        assertThat(EventType.parse(written)).hasValue(type);
        assertThat(EventType.isValid(written)).isEqualTo(written.equals(type));
        assertThat(EventType.isValid(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "push", "push.", ".push", "GitHub.push", "git_hub.push", "PaymentSucceeded"})
    void typeMustBeginWithASource(String text) {
        assertThat(EventType.parse(text)).isEmpty();
        assertThat(EventType.isValid(text)).isFalse();
    }

    @Test
    void typeThatWouldBeCutIsInvalid() {
        String longest = "shop." + "x".repeat(100);
        assertThat(EventType.isValid(longest)).isTrue();
        assertThat(EventType.parse(longest + "y")).hasValue(longest);
        assertThat(EventType.isValid(longest + "y")).isFalse();
    }

    @Test
    void emptyTypeIsInvalid() {
        assertThatThrownBy(() -> EventType.of("shop", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an event type must not be empty");
    }
}
