package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.durahook.loadsupport.process.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationJarTest {

    @TempDir
    private Path folder;

    @Test
    void versionIsChosenForTheNextStart() throws IOException {
        ApplicationJar jar = new ApplicationJar("worker", project("current"), project("older"));
        assertThat(jar.path()).startsWith(folder.resolve("current"));
        assertThat(jar.mark()).isEmpty();

        jar.choose(true);
        assertThat(jar.path()).startsWith(folder.resolve("older"));
        assertThat(jar.mark()).isEqualTo("-older");

        jar.choose(false);
        assertThat(jar.path()).startsWith(folder.resolve("current"));
    }

    @Test
    void missingJarOfTheOlderVersionIsSaidAtTheStart() throws IOException {
        Jars current = project("current");

        assertThatIllegalStateException()
                .isThrownBy(() -> new ApplicationJar("worker", current, new Jars(folder.resolve("nowhere"))))
                .withMessageContaining("nowhere/worker/target does not have the jar");
    }

    private Jars project(String name) throws IOException {
        Path target = Files.createDirectories(folder.resolve(name).resolve("worker/target"));
        Files.createFile(target.resolve("durahook-worker-1-app.jar"));
        return new Jars(folder.resolve(name));
    }
}
