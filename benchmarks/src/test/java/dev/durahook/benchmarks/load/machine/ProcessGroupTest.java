package dev.durahook.benchmarks.load.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcessGroupTest {

    private static final String NAME = "a-server-with-a-long-name";

    @Test
    void processIsFoundByALongName(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve(NAME), "#!/bin/sh\nread line\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        Process server = new ProcessBuilder(script.toString()).start();
        try {
            Await.until(
                    "the process",
                    () -> ProcessGroup.named(NAME).processes().get().contains(server.pid()));
        } finally {
            server.destroy();
        }
    }

    @Test
    void nameWithoutAProcessIsAnEmptyGroup() {
        assertThat(ProcessGroup.named("no-such-program").isEmpty()).isTrue();
        assertThat(ProcessGroup.of("own", ProcessHandle.current().pid()).isEmpty())
                .isFalse();
    }
}
