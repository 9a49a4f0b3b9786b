package dev.durahook.standalone.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.temporal.TestExecutables;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutablesTest {

    @TempDir
    private Path directory;

    @Test
    void firstDirectoryOfPathWins() throws IOException {
        Path first = TestExecutables.create(
                Files.createDirectory(directory.resolve("first")).resolve("temporal"));
        Path second = TestExecutables.create(
                Files.createDirectory(directory.resolve("second")).resolve("temporal"));

        assertThat(onPath(directory.resolve("missing"), first.getParent(), second.getParent())
                        .find("temporal"))
                .contains(first);
    }

    @Test
    void fileThatCantBeRunIsPassedOver() throws IOException {
        Files.writeString(directory.resolve("temporal"), "notes");

        assertThat(onPath(directory).find("temporal")).isEmpty();
    }

    @Test
    void directoryOfThatNameIsPassedOver() throws IOException {
        Files.createDirectory(directory.resolve("temporal"));

        assertThat(onPath(directory).find("temporal")).isEmpty();
    }

    @Test
    void withoutPathNothingIsFound() {
        assertThat(Executables.onPath(Map.of()).find("temporal")).isEmpty();
    }

    private static Executables onPath(Path... directories) {
        StringBuilder path = new StringBuilder();
        for (Path directory : directories) {
            path.append(directory).append(File.pathSeparator);
        }
        return Executables.onPath(Map.of("PATH", path.toString()));
    }
}
