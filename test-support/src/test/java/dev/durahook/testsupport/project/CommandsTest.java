package dev.durahook.testsupport.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Maven looks for the short name of a plugin, as in {@code mvn spring-boot:run}, only in the first module of a build. A plugin
 * that this module doesn't declare makes the command fail, however many other modules declare it.
 */
class CommandsTest {

    private static final Pattern SHORT_NAME = Pattern.compile("\\bmvn(?: -\\S+)* ([a-z-]+):[a-z]");

    @Test
    void firstModuleKnowsThePluginsOfEveryCommandInThePages() {
        List<String> shortNames = ProjectFiles.matches(SHORT_NAME).stream()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(shortNames)
                .contains("spring-boot", "spotless")
                .allSatisfy(name -> assertThat(ProjectFiles.text("bom/pom.xml"))
                        .contains("<artifactId>" + name + "-maven-plugin</artifactId>"));
    }
}
