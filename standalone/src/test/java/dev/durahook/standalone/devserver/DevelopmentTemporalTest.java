package dev.durahook.standalone.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.standalone.temporal.Temporal;
import dev.durahook.standalone.temporal.TemporalCandidate;
import dev.durahook.standalone.temporal.TestExecutables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentTemporalTest {

    private static final Function<Path, Temporal> START =
            cli -> Temporal.lasting("127.0.0.1:7233", null, "started with " + cli);
    private static final TemporalCandidate NOTHING_RUNS = Optional::empty;

    @TempDir
    private Path home;

    private Path bin;

    @BeforeEach
    void makeBin() throws IOException {
        bin = Files.createDirectory(home.resolve("bin"));
    }

    @Test
    void cliOnPathIsStarted() throws IOException {
        Path cli = executable("temporal");

        assertThat(development(NOTHING_RUNS, START).find().map(Temporal::description))
                .contains("started with " + cli);
    }

    @Test
    void thereIsNoDevelopmentServerWithoutTheCli() {
        assertThat(development(NOTHING_RUNS, START).find()).isEmpty();
    }

    @Test
    void serverThatAnotherRunHasStartedMeanwhileIsUsed() throws IOException {
        executable("temporal");
        TemporalCandidate running = () -> Optional.of(Temporal.lasting("127.0.0.1:41000", null, "another's"));

        assertThat(development(running, cli -> {
                            throw new AssertionError("two servers on one database");
                        })
                        .find()
                        .map(Temporal::description))
                .contains("another's");
    }

    private DevelopmentTemporal development(TemporalCandidate running, Function<Path, Temporal> start) {
        return new DevelopmentTemporal(
                new Executables(List.of(bin)), new DataDirectory(home.resolve("data")), running, start);
    }

    private Path executable(String name) throws IOException {
        return TestExecutables.create(bin.resolve(name));
    }
}
