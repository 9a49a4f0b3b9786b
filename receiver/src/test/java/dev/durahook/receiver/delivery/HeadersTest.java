package dev.durahook.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void namesHaveNoCase() {
        assertThat(Headers.of(Map.of("X-Id", List.of("1"))).single("x-ID")).contains("1");
    }

    @Test
    void namesThatDifferInCaseAreOneHeader() {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        sent.put("X-Id", List.of("1"));
        sent.put("x-id", List.of("2"));
        assertThat(Headers.of(sent).all("X-ID")).containsExactly("1", "2");
        assertThat(Headers.of(sent).single("X-ID")).isEmpty();
        assertThat(Headers.of(sent).names()).containsExactly("x-id");
    }

    @Test
    void theFirstNameThatWasSentCounts() {
        Headers headers = Headers.of(Map.of("b", List.of("2"), "c", List.of("3", "4")));
        assertThat(headers.allOfFirst(List.of("a", "C", "b"))).containsExactly("3", "4");
        assertThat(headers.allOfFirst(List.of("a"))).isEmpty();
        assertThat(headers.allOfFirst(List.of())).isEmpty();
    }
}
