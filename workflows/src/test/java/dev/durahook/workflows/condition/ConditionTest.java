package dev.durahook.workflows.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.condition.Place.InBody;
import dev.durahook.workflows.condition.Place.InHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final String BODY = """
            {"action": "opened", "count": 1.0, "zero": -0, "huge": 1e400, "long": 123456789012345678901234567890,
             "live": true, "dead": false, "gone": null, "empty": "", "code": "01234", "one": "1", "word": "true",
             "deep": {"er": ["a", {"b": 7}], "": "unnamed", "a/b": "slash", "m~n": "tilde"}, "list": []}""";
    private static final WebhookEvent EVENT = new WebhookEvent(
            "shop:1",
            "shop",
            "shop.sold",
            Instant.EPOCH,
            Map.of("x-env", "prod", "x-count", "1.0"),
            null,
            null,
            Map.of("/entry/id", "17", "/action", "closed"));

    @ParameterizedTest
    @CsvSource({
        // strings, exactly
        "/one, 1",
        "/code, 01234",
        "/word, true",
        "/deep/er/0, a",
        "/deep/, unnamed",
        "/deep/a~1b, slash",
        "/deep/m~0n, tilde",
        "/empty, ''",
        // numbers, by value
        "/count, 1",
        "/count, 1.0",
        "/count, 1.00",
        "/count, 10e-1",
        "/zero, 0",
        "/huge, 1E+400",
        "/deep/er/1/b, 7",
        "/long, 123456789012345678901234567890",
        "/long, 1.23456789012345678901234567890e29",
        // words
        "/live, true",
        "/dead, false",
        "/gone, null",
        "/gone, ''"
    })
    void valueIsEqual(String pointer, String value) {
        assertThat(unmet(Condition.isOneOf(new InBody(pointer), List.of("other", value)), BODY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/one, 1.0, /one has another value",
        "/code, 1234, /code has another value",
        "/count, 01, /count has another value",
        "/count, one, /count has another value",
        "/huge, 1e401, /huge has another value",
        "/live, TRUE, /live has another value",
        "/empty, null, /empty has another value",
        "/long, 123456789012345678901234567891, /long has another value",
        "/deep, '{}', /deep is an object or an array",
        "/list, '', /list is an object or an array",
        "/none, '', /none has no value",
        "/action/opened, opened, /action/opened has no value",
        "/list/0, x, /list/0 has no value",
        "/deep/er/00, a, /deep/er/00 has no value"
    })
    void valueIsNotEqual(String pointer, String value, String reason) {
        assertThat(unmet(Condition.isOneOf(new InBody(pointer), List.of(value)), BODY))
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/gone", "/empty", "/deep", "/list", "/deep/er/1/b"})
    void valueIsPresent(String pointer) {
        assertThat(unmet(Condition.isPresent(new InBody(pointer), true), BODY)).isEmpty();
        assertThat(unmet(Condition.isPresent(new InBody(pointer), false), BODY)).contains(pointer + " is present");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/list/0", "/live/x"})
    void valueIsAbsent(String pointer) {
        assertThat(unmet(Condition.isPresent(new InBody(pointer), false), BODY)).isEmpty();
        assertThat(unmet(Condition.isPresent(new InBody(pointer), true), BODY)).contains(pointer + " has no value");
    }

    @Test
    void headerIsComparedAsText() {
        assertThat(unmet(Condition.isOneOf(new InHeader("X-Env"), List.of("prod")), BODY))
                .isEmpty();
        assertThat(unmet(Condition.isOneOf(new InHeader("x-count"), List.of("1")), BODY))
                .contains("header x-count has another value");
        assertThat(unmet(Condition.isPresent(new InHeader("X-Other"), true), BODY))
                .contains("header x-other has no value");
        assertThat(unmet(Condition.isPresent(new InHeader("X-Other"), false), BODY))
                .isEmpty();
    }

    @Test
    void valueAroundTheEventComesBeforeTheBody() {
        EventContent content = EventContent.of(EVENT, EventBody.of(bytes(BODY)), List.of());
        assertThat(Condition.isOneOf(new InBody("/entry/id"), List.of("17")).unmet(content))
                .isEmpty();
        assertThat(Condition.isOneOf(new InBody("/action"), List.of("closed")).unmet(content))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a=b&action=opened", "{\"action\": \"opened\"", "{\"action\": \"opened\"} x", "\uFEFF{}"})
    void bodyThatIsNotJsonHasNoValue(String body) {
        assertThat(unmet(Condition.isOneOf(new InBody("/action"), List.of("opened")), body))
                .contains("/action has no value, because the body is not JSON");
        assertThat(unmet(Condition.isPresent(new InBody("/action"), true), body))
                .isPresent();
        assertThat(unmet(Condition.isPresent(new InBody("/action"), false), body))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\": 1, \"a\": 1}', /a",
        "'{\"a\": {\"b\": 1}, \"a\": {}}', /a/b",
        "'{\"a\": {}, \"a\": {\"b\": 1}}', /a/b",
        "'{\"a\": {\"b\": 1}, \"\\u0061\": 2}', /a"
    })
    void valueThatReadersMayReadOtherwiseMeetsNoCondition(String body, String pointer) {
        Place place = new InBody(pointer);
        String reason = pointer + " has no certain value, because a name occurs twice in its object";
        assertThat(unmet(Condition.isOneOf(place, List.of("1")), body)).contains(reason);
        assertThat(unmet(Condition.isPresent(place, true), body)).contains(reason);
        assertThat(unmet(Condition.isPresent(place, false), body)).contains(reason);
    }

    @Test
    void nameThatOccursTwiceElsewhereDoesNotMatter() {
        assertThat(unmet(
                        Condition.isOneOf(new InBody("/b"), List.of("1")),
                        "{\"a\": 1, \"a\": 2, \"b\": 1, \"c\": {\"b\": 2, \"b\": 3}}"))
                .isEmpty();
    }

    @Test
    void numberThatCanNotBeRepresentedEqualsOnlyItsText() {
        String body = "{\"n\": 1e99999999999}";
        assertThat(unmet(Condition.isOneOf(new InBody("/n"), List.of("1e99999999999")), body))
                .isEmpty();
        assertThat(unmet(Condition.isOneOf(new InBody("/n"), List.of("1", "1e99999999998")), body))
                .isPresent();
        assertThat(unmet(Condition.isOneOf(new InBody("/n"), List.of("5")), "{\"n\": 1e2147483647}"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "/a~2", "/a~"})
    void invalidPointerIsRefused(String pointer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InBody(pointer))
                .withMessageContaining("is not a JSON pointer");
    }

    @Test
    void invalidHeaderIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InHeader("X Env"))
                .withMessage("is not the name of a header");
    }

    @Test
    void hostileBodiesAreReadInOnePass() {
        byte[] deep = new byte[2_000_000];
        Arrays.fill(deep, (byte) '[');
        byte[] wide = wide().getBytes(StandardCharsets.UTF_8);
        String digits = "{\"id\": " + "9".repeat(1_999_000) + "}";
        String text = "{\"id\": \"" + "x".repeat(1_999_000) + "\"}";
        Condition isOne = Condition.isOneOf(new InBody("/id"), List.of("1"));

        assertThat(unmet(isOne, deep)).contains("/id has no value, because the body is not JSON");
        assertThat(unmet(isOne, wide)).isEmpty();
        assertThat(unmet(isOne, bytes(digits))).contains("/id has no value, because the body is not JSON");
        assertThat(unmet(isOne, bytes(text))).contains("/id has another value");
    }

    // 100,000 members with names of their own, each with a value that is not wanted.
    private static String wide() {
        StringBuilder body = new StringBuilder(2_000_000).append('{');
        for (int i = 0; i < 100_000; i++) {
            body.append("\"n").append(i).append("\": [").append(i).append("],");
        }
        return body.append("\"id\": 1}").toString();
    }

    private static Optional<String> unmet(Condition condition, String body) {
        return unmet(condition, bytes(body));
    }

    private static Optional<String> unmet(Condition condition, byte[] body) {
        WebhookEvent event = new WebhookEvent("shop:1", "shop", "shop.sold", Instant.EPOCH, EVENT.headers(), null);
        return condition.unmet(EventContent.of(event, EventBody.of(body), List.of(condition)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
