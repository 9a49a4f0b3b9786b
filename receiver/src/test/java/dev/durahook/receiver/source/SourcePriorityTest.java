package dev.durahook.receiver.source;

import static dev.durahook.receiver.source.Complaints.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.workflows.TaskPriority;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The priority and the fairness key that a source gives its events. */
class SourcePriorityTest {

    private static final String SHOP =
            "shop: {scheme: none, id: {pointer: /id}, type: {pointer: /event}, fairness-key: \"%s\", priority: 2}";

    @Test
    void sourceHasThePriorityThatItDeclares() {
        assertThat(shop("fixed").priority()).isEqualTo(new TaskPriority(2, "fixed", null));
        assertThat(Declaration.source("shop: {scheme: none}").priority()).isEqualTo(TaskPriority.INHERITED);
    }

    @ParameterizedTest
    @CsvSource({
        "fixed, fixed",
        "{/account}, acme",
        "eu/{/tenant/id}, eu/17",
        "{type}-{/account}, paid-acme",
        "{/name}, ",
        "{/account}{/name}, ",
        "{/flag}, "
    })
    void keyIsFilledWithTheValuesOfTheEvent(String template, @Nullable String key) throws Exception {
        assertThat(event(template, "acme").fairnessKey()).isEqualTo(key);
    }

    @Test
    void keyThatIsTooLongBecomesItsHash() throws Exception {
        assertThat(event("{/account}", "ä".repeat(32)).fairnessKey()).isEqualTo("ä".repeat(32));
        String one = event("{/account}", "a".repeat(65)).fairnessKey();
        assertThat(one)
                .hasSize(64)
                .isEqualTo(event("{/account}", "a".repeat(65)).fairnessKey());
        assertThat(one).isNotEqualTo(event("{/account}", "a".repeat(66)).fairnessKey());
    }

    @Test
    void eachEventOfADeliveryHasItsKey() throws Exception {
        Source messages =
                Declaration.source("messages: {scheme: whatsapp, secrets: [x], fairness-key: \"{/entry/id}\"}");
        assertThat(messages.events(Deliveries.of("""
                        {"entry":[{"id":"A","time":1,"changes":[{"value":{"a":1},"field":"x"}]},
                                  {"id":"B","time":1,"changes":[{"value":{"a":2},"field":"x"}]}]}""")))
                .extracting(ExtractedEvent::fairnessKey)
                .containsExactly("A", "B");
    }

    @Test
    void fieldOfTheKeyThatOccursTwiceDoesNotChangeTheId() throws Exception {
        String body = "{\"id\": \"1\", \"event\": \"paid\", \"account\": \"a\", \"account\": \"b\"}";
        ExtractedEvent event = Deliveries.only(shop("{/account}"), Deliveries.of(body));
        assertThat(event.id().value()).isEqualTo("shop:1");
        assertThat(event.fairnessKey()).isNull();
    }

    @Test
    void eventWhoseValueIsBlankHasNoKey() throws Exception {
        assertThat(event("{/account}", " ").fairnessKey()).isNull();
    }

    @Test
    void keyThatTemporalRefusesStopsTheStart() {
        complaint(SHOP.formatted("x".repeat(65)))
                .isEqualTo("durahook.sources.shop.fairness-key must have 1 to 64 bytes");
        complaint(SHOP.formatted(" ")).isEqualTo("durahook.sources.shop.fairness-key must have 1 to 64 bytes");
    }

    @ParameterizedTest
    @CsvSource({"{account}", "{}", "{/}", "{header:X-Tenant}"})
    void placeholderThatIsNoPointerStopsTheStart(String template) {
        complaint(SHOP.formatted(template))
                .isEqualTo(
                        "durahook.sources.shop.fairness-key has an invalid pointer: write a JSON pointer that ends in a"
                                + " name, such as /data/id");
    }

    @ParameterizedTest
    @CsvSource({
        "priority: 0, 'priority must be 1, which comes first, to 5, which comes last'",
        "priority: high, priority has an invalid value: write a whole number",
        "fairness-weight: 2, 'fairness-weight has no effect without a fairness-key: add one'",
        "'fairness-key: a, fairness-weight: 0', 'fairness-weight must be 0.001 to 1000'"
    })
    void valueOutOfRangeStopsTheStart(String keys, String problem) {
        complaint("shop: {scheme: none, " + keys + "}").isEqualTo("durahook.sources.shop." + problem);
    }

    private static ExtractedEvent event(String template, String account) throws Exception {
        return Deliveries.only(
                shop(template),
                Deliveries.of("{\"id\": \"1\", \"event\": \"paid\", \"account\": \"" + account
                        + "\", \"tenant\": {\"id\": 17}, \"flag\": true}"));
    }

    private static Source shop(String template) {
        return Declaration.source(SHOP.formatted(template));
    }
}
