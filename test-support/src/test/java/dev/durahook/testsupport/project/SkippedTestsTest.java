package dev.durahook.testsupport.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code -DskipTests} skips every test: those that surefire runs, and those that failsafe runs. */
class SkippedTestsTest {

    @Test
    void failsafeSkipsWhatSurefireSkips() {
        assertThat(ProjectFiles.text("pom.xml"))
                .contains("<skipTests>false</skipTests>", "<skipITs>${skipTests}</skipITs>");
    }

    @Test
    void noModuleDecidesForItself() {
        List<Path> poms =
                ProjectFiles.modules().map(module -> module.resolve("pom.xml")).toList();

        assertThat(poms)
                .hasSizeGreaterThan(5)
                .allSatisfy(pom -> assertThat(ProjectFiles.text(pom))
                        .doesNotContain(
                                "<skipTests", "<skipITs", "<goal>test</goal>", "<goal>integration-test</goal>"));
    }
}
