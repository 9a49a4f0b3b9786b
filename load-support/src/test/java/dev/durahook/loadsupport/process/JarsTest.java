package dev.durahook.loadsupport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {

    private static final String[] VERSIONS = {"0.1.0-SNAPSHOT", "0.1.0", "0.2.0-SNAPSHOT"};

    @TempDir
    private Path project;

    @Test
    void jarThatWasBuiltLastCounts() throws IOException {
        for (String newest : VERSIONS) {
            for (String version : VERSIONS) {
                FileTime time = FileTime.fromMillis(version.equals(newest) ? 2_000_000 : 1_000_000);
                Files.setLastModifiedTime(jar("durahook-worker-" + version + "-app.jar"), time);
                Files.setLastModifiedTime(jar("durahook-worker-" + version + ".jar"), time);
            }
            Jars jars = new Jars(project);

            assertThat(jars.application("worker")).hasFileName("durahook-worker-" + newest + "-app.jar");
            assertThat(jars.plain("worker")).hasFileName("durahook-worker-" + newest + ".jar");
        }
    }

    @Test
    void missingJarIsReportedWithItsRemedy() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Jars(project).plain("worker"))
                .withMessageContaining("run mvn package");
    }

    private Path jar(String name) throws IOException {
        Path target = Files.createDirectories(project.resolve("worker/target"));
        return Files.write(target.resolve(name), new byte[0]);
    }
}
