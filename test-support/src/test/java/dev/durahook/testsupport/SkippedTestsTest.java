package dev.durahook.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code -DskipTests} skips every test: those that surefire runs, and those that failsafe runs. */
class SkippedTestsTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void failsafeSkipsWhatSurefireSkips() throws Exception {
        assertThat(Files.readString(ROOT.resolve("pom.xml")))
                .contains("<skipTests>false</skipTests>", "<skipITs>${skipTests}</skipITs>");
    }

    @Test
    void noModuleDecidesForItself() throws Exception {
        assertThat(poms())
                .hasSizeGreaterThan(5)
                .allSatisfy(pom -> assertThat(Files.readString(pom))
                        .doesNotContain(
                                "<skipTests", "<skipITs", "<goal>test</goal>", "<goal>integration-test</goal>"));
    }

    private static List<Path> poms() throws Exception {
        String root = Files.readString(ROOT.resolve("pom.xml"));
        Stream<MatchResult> modules =
                Pattern.compile("<module>(.*?)</module>").matcher(root).results();
        return modules.map(module -> ROOT.resolve(module.group(1)).resolve("pom.xml"))
                .toList();
    }
}
