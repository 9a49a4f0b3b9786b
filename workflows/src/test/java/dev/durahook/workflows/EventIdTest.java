package dev.durahook.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {

    private static final String LONGEST_SOURCE = "s".repeat(50);
    private static final String HASH = "stripe:sha256-[0-9a-f]{32}";

    @Test
    void idIsReadableBesideItsSource() {
        assertThat(EventId.of("stripe", "evt_1Nx:A/b=%20{}")).isEqualTo(new EventId("stripe:evt_1Nx:A/b=%20{}", null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 199, 200})
    void idOfUpTo200BytesIsUsedAsItIs(int length) {
        String id = "x".repeat(length);
        assertThat(EventId.of("stripe", id)).isEqualTo(new EventId("stripe:" + id, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 255, 256, 1000})
    void longerIdIsHashedAndKept(int length) {
        String id = "x".repeat(length);
        EventId eventId = EventId.of("stripe", id);
        assertThat(eventId.value()).matches(HASH);
        assertThat(eventId.original()).isEqualTo(id);
    }

    // The id is part of each argument of each step, so that a long one would fill the history.
    @Test
    void onlyTheBeginningOfAVeryLongIdIsKept() {
        String id = "x".repeat(1_000_000);
        EventId eventId = EventId.of("stripe", id);
        assertThat(eventId.original()).isEqualTo("x".repeat(1_000) + "…");
        assertThat(eventId.value())
                .matches(HASH)
                .isNotEqualTo(EventId.of("stripe", id + "y").value());
        assertThat(EventId.of("stripe", "🐝".repeat(1_001)).original()).isEqualTo("🐝".repeat(1_000) + "…");
    }

    @Test
    void idThatIsCutKeepsItsHash() {
        // printf 'x%.0s' $(seq 5000) | sha256sum | cut -c 1-32
        assertThat(EventId.of("a", "x".repeat(5_000)).value()).isEqualTo("a:sha256-c59d3c0480cc2d71d8f646e735e92da6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "two words",
                " leading",
                "trailing ",
                "tab\t",
                "line\nfeed",
                "nul\0",
                "escape\u001b[31m",
                "delete\u007f"
            })
    void idWithSpacesOrControlCharactersIsHashedAndKept(String id) {
        assertHashed(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "e\u0301", "заказ-1", "事件", "🐝", "\u00a0", "\u0080", "\ufeff1"})
    void idBeyondAsciiIsHashedAndKept(String id) {
        assertHashed(id);
    }

    private static void assertHashed(String id) {
        EventId eventId = EventId.of("stripe", id);
        assertThat(eventId.value()).matches(HASH);
        assertThat(eventId.original()).isEqualTo(id);
    }

    @Test
    void hashIsTheFirstHalfOfWhatSha256sumPrints() {
        // printf 'é' | sha256sum | cut -c 1-32
        assertThat(EventId.of("a", "é").value()).isEqualTo("a:sha256-4a99557e4033c3539de2eb65472017ca");
    }

    @Test
    void everyFormOfAnIdIsFixed() {
        String ids = Stream.of(
                        EventId.of("stripe", "evt_1Nx"),
                        EventId.of("partner", "a:b"),
                        EventId.of("partner", "two words"),
                        EventId.of("partner", "sha256-0"),
                        EventId.of("partner", "x".repeat(201)),
                        EventId.ofContent("webhook", "{}".getBytes(StandardCharsets.UTF_8)))
                .map(EventId::value)
                .collect(Collectors.joining("\n"));
        assertThat(ids).isEqualTo(Golden.text("event-ids.txt"));
    }

    @Test
    void idsAreNotNormalised() {
        assertThat(EventId.of("a", "é").value())
                .isNotEqualTo(EventId.of("a", "e\u0301").value());
        assertThat(EventId.of("a", "X").value())
                .isNotEqualTo(EventId.of("a", "x").value());
    }

    @Test
    void idThatLooksLikeAHashCannotTakeThePlaceOfAnother() {
        String hash = EventId.of("a", "two words").value().substring("a:".length());
        EventId impostor = EventId.of("a", hash);
        assertThat(impostor.value()).isNotEqualTo("a:" + hash);
        assertThat(impostor.original()).isEqualTo(hash);
    }

    @Test
    void bodyWithoutAnIdIsNamedByItsContent() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        // printf '{}' | sha256sum | cut -c 1-32
        assertThat(EventId.ofContent("a", body))
                .isEqualTo(new EventId("a:sha256-44136fa355b3678a1146ad16f7e8649e", null));
    }

    @Test
    void sourceNameMustNotContainAColon() {
        assertThat(EventId.isSourceName("a:b")).isFalse();
        assertThatThrownBy(() -> EventId.of("a:b", "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a:b' is not a valid source name");
        assertThat(EventId.of("a", "b:c").value()).isEqualTo("a:b:c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "github", "standard-webhooks", "a--b", "a-"})
    void sourceIsNamedByLettersDigitsAndHyphens(String name) {
        assertThat(EventId.isSourceName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a_b", "a.b", "a b", "a:", "a/b", "é", "a\n"})
    void otherSourceNamesAreInvalid(String name) {
        assertThat(EventId.isSourceName(name)).isFalse();
        assertThatThrownBy(() -> EventId.ofContent(name, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sourceNameHasAtMost50Characters() {
        assertThat(EventId.isSourceName(LONGEST_SOURCE)).isTrue();
        assertThat(EventId.isSourceName(LONGEST_SOURCE + "s")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half a pair \ud83d", "\udc1d the other half"})
    void textWithoutBytesIsNotAnId(String id) {
        assertThatThrownBy(() -> EventId.of("a", id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an event id must be Unicode text, and not empty");
    }

    @Test
    void noIdIsLongerThan251Characters() {
        assertThat(EventId.of(LONGEST_SOURCE, "x".repeat(200)).value()).hasSize(251);
        assertThat(generatedIds())
                .allSatisfy(id -> assertThat(EventId.of(LONGEST_SOURCE, id).value())
                        .hasSizeLessThanOrEqualTo(251)
                        .matches("[!-~]+"));
    }

    @Test
    void differentIdsStayDifferent() {
        Set<String> ids = generatedIds();
        Set<String> values = ids.stream().map(id -> EventId.of("a", id).value()).collect(Collectors.toSet());
        assertThat(values).hasSameSizeAs(ids);
    }

    // The seed is fixed: a failure can be repeated.
    private static Set<String> generatedIds() {
        Random random = new Random(42);
        Set<String> ids =
                IntStream.range(0, 5_000).mapToObj(i -> generatedId(random)).collect(Collectors.toSet());
        assertThat(ids).hasSizeGreaterThan(4_000);
        return ids;
    }

    private static String generatedId(Random random) {
        String alphabet = "ab:-_ \n\0é\u0301事🐝";
        int[] characters = alphabet.codePoints().toArray();
        return random.ints(1 + random.nextInt(random.nextBoolean() ? 8 : 400), 0, characters.length)
                .map(i -> characters[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
