package dev.durahook.connection.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.durahook.testsupport.LogLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityCheckTest {

    @RegisterExtension
    final LogLines log = LogLines.of(PriorityCheck.class).ofOwnThread();

    private static final PriorityCheck BOTH =
            new PriorityCheck(List.of("durahook.sources.a.priority"), List.of("durahook.routes.b.fairness-key"));

    @ParameterizedTest
    @ValueSource(strings = {"1.25.0", "1.28.9"})
    void serverThatIgnoresBothIsWarnedAbout(String version) {
        BOTH.check(server(version));
        assertThat(log.events()).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .contains("Temporal server " + version + " is older than 1.29 and ignores"
                            + " durahook.sources.a.priority, durahook.routes.b.fairness-key. Upgrade the server");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.29.0", "1.30.4"})
    void serverWithoutPriorityByDefaultIsNamed(String version) {
        BOTH.check(server(version));
        assertThat(log.messages().toString())
                .contains("durahook.sources.a.priority needs matching.useNewMatcher", "before 1.31")
                .contains("durahook.routes.b.fairness-key needs fairness", "matching.enableFairness");
        assertNoWarning();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.31.2", "2.0.0", "", "cloud"})
    void fairnessIsSaidToBeOffByDefault(String version) {
        BOTH.check(server(version));
        assertThat(log.messages().toString())
                .contains("durahook.routes.b.fairness-key needs fairness", "matching.enableFairness")
                .doesNotContain("useNewMatcher");
        assertNoWarning();
    }

    @Test
    void nothingIsSaidIfNothingIsDeclared() {
        new PriorityCheck(List.of(), List.of()).check(server("1.25.0"));
        assertThat(log.messages()).isEmpty();
    }

    private void assertNoWarning() {
        assertThat(log.events()).extracting(ILoggingEvent::getLevel).doesNotContain(Level.WARN);
    }

    private static ServerDescription server(String version) {
        return new ServerDescription("127.0.0.1:1", "127.0.0.1:1", "shop", version, null, null, "", "");
    }
}
