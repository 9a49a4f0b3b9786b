package dev.durahook.standalone.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path home;

    @Test
    void relativePathIsMadeAbsolute() {
        assertThat(new DataDirectory(Path.of("data/../data")).path())
                .isAbsolute()
                .isNormalized()
                .endsWithRaw(Path.of("data"));
    }

    @Test
    void lockIsReleased() {
        DataDirectory directory = new DataDirectory(home.resolve("data"));

        assertThat(directory.locked(() -> "first")).isEqualTo("first");
        assertThat(directory.locked(() -> "second")).isEqualTo("second");
    }

    @Test
    void lockIsTheProcessesSoThatAStartCanBeStopped() {
        DataDirectory directory = new DataDirectory(home.resolve("data"));

        assertThat(directory.locked(() -> CompletableFuture.supplyAsync(() -> directory.locked(() -> "stopped"))
                        .join()))
                .isEqualTo("stopped");
    }
}
