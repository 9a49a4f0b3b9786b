package dev.durahook.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.benchmarks.load.mode.Mode;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LoadBenchmarkTest {

    @Test
    void modeThatIsNamedTwiceIsMeasuredOnce() {
        assertThat(modes(new LoadBenchmark())).containsExactly(Mode.PLAIN, Mode.CEILING);
        assertThat(modes(new BurstCommand())).containsExactly(Mode.PLAIN, Mode.CEILING);
    }

    private static Collection<Mode> modes(Object command) {
        return new CommandLine(command).parseArgs("--modes=plain,ceiling,plain").matchedOptionValue("--modes", null);
    }
}
