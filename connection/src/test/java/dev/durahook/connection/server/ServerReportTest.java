package dev.durahook.connection.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.durahook.testsupport.LogLines;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ServerReportTest {

    @RegisterExtension
    final LogLines log = LogLines.of(ServerReport.class).ofOwnThread();

    @Test
    void serverIsDescribedInOneLine() {
        report("1.31.2");
        assertThat(log.messages())
                .singleElement()
                .asString()
                .isEqualTo("Temporal server 1.31.2: namespace shop keeps closed workflows for 30 days and accepts"
                        + " 2048 kB for a workflow's arguments");
    }

    @Test
    void missingValueIsReportedAsUnknown() {
        new ServerReport().check(new ServerDescription("127.0.0.1:1", "127.0.0.1:1", "shop", "", null, null, "", ""));
        assertThat(log.messages())
                .singleElement()
                .asString()
                .contains("Temporal server of unknown version", "an unknown time", "an unknown size");
        assertNoWarning();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.24.2", "1.9.0", "v1.24.0", "0.99.1"})
    void warningAboutAnOldServerNamesWhatIsMissing(String version) {
        report(version);
        assertThat(log.messages())
                .anySatisfy(line -> assertThat(line)
                        .contains("Temporal server " + version + " is older than 1.25", "Upgrade the server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.24.2", "1.25.0", "1.26.2", "1.27.1"})
    void warningSaysThatTheBacklogsAreUnknown(String version) {
        report(version);
        assertThat(log.messages())
                .anySatisfy(line -> assertThat(line)
                        .contains("Temporal server " + version + " is older than 1.28", "DurahookBacklog"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.28.0", "1.31.2", "2.0.0", "1.30.0-148.4", "cloud"})
    void newServerCausesNoWarning(String version) {
        report(version);
        assertNoWarning();
    }

    private void assertNoWarning() {
        assertThat(log.events()).extracting(ILoggingEvent::getLevel).doesNotContain(Level.WARN);
    }

    private static void report(String version) {
        new ServerReport()
                .check(new ServerDescription(
                        "127.0.0.1:1",
                        "127.0.0.1:1",
                        "shop",
                        version,
                        Duration.ofDays(30),
                        DataSize.ofMegabytes(2),
                        "",
                        ""));
    }
}
