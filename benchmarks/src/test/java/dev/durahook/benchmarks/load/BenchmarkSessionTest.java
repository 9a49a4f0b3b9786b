package dev.durahook.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.durahook.benchmarks.load.mode.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarkSessionTest {

    @TempDir
    private Path project;

    @Test
    void modeThatAcceptsNothingEndsTheCommandAndLeavesNoWorkflow() throws IOException {
        try (RefusingFrontend server = new RefusingFrontend()) {
            BenchmarkOptions options = options("--temporal=" + server.target(), "--warm-up=2");

            assertThatIllegalStateException()
                    .isThrownBy(() -> BenchmarkSession.start(options, List.of(Mode.CEILING)))
                    .withMessageContaining("ceiling: none of 2 events was accepted; the logs are in " + project);

            assertThat(server.terminated())
                    .singleElement()
                    .asString()
                    .contains("ExecutionStatus = 'Running'", "WorkflowId STARTS_WITH 'github:bench");
        }
    }

    @Test
    void noEventInFlightIsRefused() throws IOException {
        try (RefusingFrontend server = new RefusingFrontend()) {
            BenchmarkOptions options = options("--temporal=" + server.target(), "--in-flight=0");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BenchmarkSession.start(options, List.of(Mode.CEILING)))
                    .withMessageContaining("--in-flight must be at least 1");
        }
    }

    private BenchmarkOptions options(String server, String other) {
        return CommandLine.populateCommand(new BenchmarkOptions(), server, other, "--project=" + project);
    }
}
