package dev.durahook.standalone.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.process.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    void createdDirectoryIsClosedToOthers() throws IOException {
        DataDirectory created = new DataDirectory(home.resolve("data"));
        created.create();
        assertThat(created.isOpenToOthers()).isFalse();

        Path open = Files.createDirectory(home.resolve("open"));
        for (String permissions : List.of("rwxr-xr-x", "rwx--x---", "rwx---r--")) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(permissions));
            assertThat(new DataDirectory(open).isOpenToOthers()).as(permissions).isTrue();
        }
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

    @Test
    void nestedUseOfTheLockDoesNotGiveItAway() {
        DataDirectory directory = new DataDirectory(home.resolve("data"));

        assertThat(directory.locked(() -> directory.locked(this::isTakenByAnotherProcess)))
                .as("during the nested use")
                .isFalse();
        assertThat(directory.locked(() -> {
                    String nested = directory.locked(() -> "nested");
                    return nested + " " + isTakenByAnotherProcess();
                }))
                .as("after the nested use")
                .isEqualTo("nested false");
        assertThat(isTakenByAnotherProcess()).as("at the end").isTrue();
    }

    @Test
    void lockIsHeldUntilTheLastThreadHasEnded() throws Exception {
        DataDirectory directory = new DataDirectory(home.resolve("data"));
        CompletableFuture<Boolean> goOn = new CompletableFuture<>();
        CompletableFuture<String> stopped = directory.locked(() -> {
            CompletableFuture<Boolean> begun = new CompletableFuture<>();
            CompletableFuture<String> stopping = CompletableFuture.supplyAsync(() -> directory.locked(() -> {
                begun.complete(true);
                return goOn.join() ? "stopped" : "";
            }));
            begun.join();
            return stopping;
        });

        assertThat(isTakenByAnotherProcess()).isFalse();
        goOn.complete(true);
        assertThat(stopped.get()).isEqualTo("stopped");
        assertThat(isTakenByAnotherProcess()).isTrue();
    }

    private boolean isTakenByAnotherProcess() {
        try (JavaProcess attempt = JavaProcess.of(LockAttempt.class)
                .arguments(home.resolve("data/lock").toString())
                .start()) {
            int exitCode = attempt.awaitEnd();
            assertThat(exitCode).as("%s", attempt.output()).isIn(LockAttempt.TAKEN, LockAttempt.REFUSED);
            return exitCode == LockAttempt.TAKEN;
        }
    }
}
