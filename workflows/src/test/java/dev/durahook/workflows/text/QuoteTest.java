package dev.durahook.workflows.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void textIsCodeInOneLine() {
        assertThat(Quote.of(" crm answered 503:\r\n <b>down</b>\t[x](https://evil.example) "))
                .isEqualTo("`crm answered 503: <b>down</b> [x](https://evil.example)`");
        assertThat(Quote.of(" \n")).isEmpty();
    }

    @Test
    void nothingEndsTheQuotation() {
        assertThat(Quote.of("a`b```c\u0000\u0085\u202edrow"))
                .isEqualTo("`a\uFFFDb\uFFFD\uFFFD\uFFFDc\uFFFD\uFFFD\uFFFDdrow`");
    }

    @Test
    void nothingOfTheWebUiTakesAPlaceInIt() {
        assertThat(Quote.of("{workflowId} {\"a\":1} {runId}{namespace}"))
                .isEqualTo("`{ workflowId } {\"a\":1} { runId }{ namespace }`");
    }

    @Test
    void longTextIsCut() {
        assertThat(Quote.of("abc", 2)).isEqualTo("`ab…`");
    }
}
