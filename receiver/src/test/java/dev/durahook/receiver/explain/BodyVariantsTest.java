package dev.durahook.receiver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stranger's body costs a diagnosis little memory and time, however it is nested. */
class BodyVariantsTest {

    @ParameterizedTest
    @MethodSource("nested")
    void deeplyNestedJsonIsNotReformatted(String body) {
        assertThat(BodyVariants.of(body.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty()
                .noneMatch(variant -> variant.name().contains("JSON"));
    }

    static Stream<String> nested() {
        return Stream.of(
                "[".repeat(990) + "1,".repeat(31_500) + "1" + "]".repeat(990),
                "{\"a\":".repeat(990) + "1" + "}".repeat(990));
    }

    @Test
    void widestBodyOfTheLargestDepthStaysSmall() {
        String body = "[".repeat(20) + "1,".repeat(32_000) + "1" + "]".repeat(20);

        assertThat(BodyVariants.of(body.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(variant -> variant.name().contains("JSON"))
                .allMatch(variant -> variant.text().length() < 3_000_000);
    }

    @Test
    void emptyElementsStayInOneLine() {
        assertThat(BodyVariants.of("{\"b\":[],\"a\":{}}".getBytes(StandardCharsets.UTF_8)))
                .filteredOn(variant -> variant.name().equals("as JSON indented by 2, sorted"))
                .singleElement()
                .returns("{\n  \"a\": {},\n  \"b\": []\n}", BodyVariants.BodyVariant::text);
    }
}
