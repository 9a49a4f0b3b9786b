package dev.durahook.standalone.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSecretTest {

    @TempDir
    private Path home;

    private DataDirectory directory;
    private GeneratedSecret secret;

    @BeforeEach
    void name() {
        directory = new DataDirectory(home.resolve("data"));
        secret = new GeneratedSecret(directory, directory.githubSecret());
    }

    @Test
    void isThirtyTwoRandomBytes() throws IOException {
        assertThat(Files.readString(secret.file())).matches("[0-9a-f]{64}\\R");
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        assertThat(permissions(secret.file())).isEqualTo("rw-------");
        assertThat(permissions(directory.path())).isEqualTo("rwx------");
    }

    @Test
    void isTheSameInTheNextRun() throws IOException {
        String first = Files.readString(secret.file());

        String second = Files.readString(new GeneratedSecret(directory, directory.githubSecret()).file());

        assertThat(second).isEqualTo(first);
    }

    @Test
    void isAnotherInAnotherDirectory() throws IOException {
        DataDirectory other = new DataDirectory(home.resolve("other"));

        assertThat(Files.readString(new GeneratedSecret(other, other.githubSecret()).file()))
                .isNotEqualTo(Files.readString(secret.file()));
    }

    @Test
    void leavesNoDraft() throws IOException {
        secret.file();

        try (Stream<Path> files = Files.list(directory.path())) {
            assertThat(files).containsExactly(directory.githubSecret());
        }
    }

    @Test
    void directoryThatIsAFileIsRefusedWithTheKey() throws IOException {
        Files.writeString(directory.path(), "a file");

        assertThatThrownBy(secret::file).isInstanceOfSatisfying(InvalidConfigurationException.class, e -> {
            assertThat(e).hasMessageContaining(directory.path().toString());
            assertThat(e.remedy()).contains("durahook.standalone.data-directory");
        });
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
