package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * If the server can't start, the application does not continue in memory, because the server's events may be waiting.
 */
class BrokenCliIT {

    @TempDir
    private Path home;

    @Test
    void stopsTheStartAndNamesTheRemedy() throws IOException {
        Path cli = TestExecutables.create(home.resolve("temporal"), "#!/bin/sh\necho unknown flag: --ip >&2\nexit 1\n");
        StandaloneFixture machine = new StandaloneFixture(home, home.toString());

        StandaloneProcess application = machine.start();

        assertThat(application.awaitEnd()).isEqualTo(1);
        assertThat(application.output())
                .contains("The development server of " + cli + " can't be used: it ended before it was ready")
                .contains("unknown flag: --ip")
                .contains("The server's log is " + machine.data().resolve("temporal.log"))
                .contains("set TEMPORAL_ADDRESS")
                .doesNotContain("\tat ");
    }
}
