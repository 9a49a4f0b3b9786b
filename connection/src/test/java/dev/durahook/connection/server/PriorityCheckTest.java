package dev.durahook.connection.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PriorityCheckTest {

    private static final PriorityCheck BOTH =
            new PriorityCheck(List.of("durahook.sources.a.priority"), List.of("durahook.routes.b.fairness-key"));

    @ParameterizedTest
    @ValueSource(strings = {"1.25.0", "1.28.9"})
    void serverThatIgnoresBothIsWarnedAbout(String version, CapturedOutput output) {
        BOTH.check(server(version));
        assertThat(output)
                .contains(
                        "WARN",
                        "Temporal server " + version + " is older than 1.29 and ignores"
                                + " durahook.sources.a.priority, durahook.routes.b.fairness-key. Upgrade the server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.29.0", "1.30.4"})
    void serverWithoutPriorityByDefaultIsNamed(String version, CapturedOutput output) {
        BOTH.check(server(version));
        assertThat(output)
                .contains("durahook.sources.a.priority needs matching.useNewMatcher", "before 1.31")
                .contains("durahook.routes.b.fairness-key needs fairness", "matching.enableFairness")
                .doesNotContain("WARN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.31.2", "2.0.0", "", "cloud"})
    void fairnessIsSaidToBeOffByDefault(String version, CapturedOutput output) {
        BOTH.check(server(version));
        assertThat(output)
                .contains("durahook.routes.b.fairness-key needs fairness", "matching.enableFairness")
                .doesNotContain("WARN", "useNewMatcher");
    }

    @Test
    void nothingIsSaidIfNothingIsDeclared(CapturedOutput output) {
        new PriorityCheck(List.of(), List.of()).check(server("1.25.0"));
        assertThat(output).isEmpty();
    }

    private static ServerDescription server(String version) {
        return new ServerDescription("127.0.0.1:1", "127.0.0.1:1", "shop", version, null, null, "", "");
    }
}
