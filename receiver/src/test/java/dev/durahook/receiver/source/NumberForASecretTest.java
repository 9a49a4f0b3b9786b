package dev.durahook.receiver.source;

import static dev.durahook.receiver.source.Complaints.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML reads a secret without quotation marks as a number, and the number may be written as another text. */
class NumberForASecretTest {

    private static final String NUMBER =
            " is read as a number, which may lose zeros and digits: put it in quotation marks";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secrets: [%s] | secrets[0]",
                "secrets: %s | secrets",
                "secrets: [other, {value: %s}] | secrets[1].value",
                "secrets: [other], verify-token: %s | verify-token",
                "secrets: [other], verify-token: {value: %s} | verify-token.value"
            })
    void messageAsksForQuotationMarks(String place, String key) {
        for (String number : new String[] {"12345678", "0123", "1e10", "0x1F", "1_000"}) {
            complaint("shop: {scheme: meta, " + place.formatted(number) + "}")
                    .isEqualTo("durahook.sources.shop." + key + NUMBER);
        }
        complaint("shop: {scheme: meta, " + place.formatted("yes") + "}")
                .isEqualTo("durahook.sources.shop." + key + " is read as true or false: put it in quotation marks");
    }

    @Test
    void theNumberOfASubscriptionIsATextAsWell() {
        complaint("shop: {scheme: strava, secrets: [120475], guarded-by: secret-url}")
                .isEqualTo("durahook.sources.shop.secrets[0]" + NUMBER);
        assertThat(Declaration.source("shop: {scheme: strava, secrets: ['120475'], guarded-by: secret-url}"))
                .isNotNull();
    }

    @Test
    void anotherTextMayBeANumberThatStaysAsItIs() {
        assertThat(Declaration.source("shop: {scheme: github, secrets: [x], task-queue: 5}")
                        .taskQueue())
                .isEqualTo("5");
        complaint("shop: {scheme: github, secrets: [x], task-queue: 05}")
                .isEqualTo("durahook.sources.shop.task-queue" + NUMBER);
    }
}
