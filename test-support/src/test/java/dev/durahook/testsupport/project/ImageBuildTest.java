package dev.durahook.testsupport.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The images' build gets the pom of each module: Maven also reads the poms of modules that it does not build. */
class ImageBuildTest {

    @Test
    void buildGetsThePomOfEachModule() {
        List<PathMatcher> given = ProjectFiles.text("docker/Dockerfile.dockerignore")
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line.substring(1)))
                .toList();

        assertThat(ProjectFiles.modules().map(module -> Path.of("..").relativize(module)))
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        module -> assertThat(given).anyMatch(pattern -> pattern.matches(module.resolve("pom.xml"))));
    }
}
