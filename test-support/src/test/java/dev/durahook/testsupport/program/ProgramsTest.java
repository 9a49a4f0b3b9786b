package dev.durahook.testsupport.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @Test
    void firstExecutableFileIsTheProgram(@TempDir Path folder) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("a/temporal"));
        Path text = file(folder.resolve("b"), "rw-------");
        Path program = file(folder.resolve("c"), "rwx------");
        file(folder.resolve("d"), "rwx------");

        assertThat(Programs.find("temporal", Stream.of("a", "b", "c", "d").map(folder::resolve)))
                .hasValue(program);
        assertThat(Programs.find("temporal", Stream.of(directory.getParent(), text.getParent())))
                .isEmpty();
    }

    private static Path file(Path folder, String permissions) throws IOException {
        Path file = Files.createDirectories(folder).resolve("temporal");
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    }
}
