package dev.durahook.testsupport.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppJarTest {

    private static final String[] VERSIONS = {"0.1.0-SNAPSHOT", "0.1.0", "0.2.0-SNAPSHOT"};

    @Test
    void applicationThatWasBuiltLastCounts(@TempDir Path target) throws IOException {
        for (String newest : VERSIONS) {
            for (String version : VERSIONS) {
                Path jar = Files.write(target.resolve("durahook-worker-" + version + "-app.jar"), new byte[0]);
                Files.setLastModifiedTime(jar, FileTime.fromMillis(version.equals(newest) ? 2_000_000 : 1_000_000));
            }

            assertThat(AppJar.built(target)).hasFileName("durahook-worker-" + newest + "-app.jar");
        }
    }
}
