package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedHeaderTest {

    @ParameterizedTest
    @CsvSource({"'.{body}', '.'", "'{body}', ''", "'.', '.'", "'', ''"})
    void delimiterIsTheTextBeforeTheNextPlaceholder(String following, String delimiter) {
        assertThat(SignedHeader.delimiter(following)).isEqualTo(delimiter);
    }
}
