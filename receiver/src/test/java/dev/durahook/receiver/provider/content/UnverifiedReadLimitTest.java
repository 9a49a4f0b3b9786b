package dev.durahook.receiver.provider.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class UnverifiedReadLimitTest {

    @ParameterizedTest
    @CsvSource({"2, 4GB, 2", "16, 4GB, 16", "16, 256MB, 2", "16, 460MB, 3", "2, 100MB, 1", "1, 20MB, 1"})
    void thereAreAsManyAsProcessorsAndHeapAllow(int processors, String heap, int limit) {
        assertThat(UnverifiedReadLimit.limit(processors, DataSize.parse(heap).toBytes()))
                .isEqualTo(limit);
    }
}
