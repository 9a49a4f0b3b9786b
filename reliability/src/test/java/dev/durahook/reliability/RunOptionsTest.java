package dev.durahook.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RunOptionsTest {

    @TempDir
    private Path project;

    @Test
    void defaultsAreInRange() {
        assertThat(options().setting().run()).startsWith("s1-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rate=0", "--rate=-1", "--rate=NaN", "--pairs=1.1", "--pairs=-0.1", "--stall=0"})
    void numberOutOfRangeIsRefused(String option) {
        assertRefused(option, option.substring(0, option.indexOf('=')) + " must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--minutes=0", "--minutes=-1", "--minutes=0.33"})
    void runWithoutAFaultIsRefused(String option) {
        assertRefused(option, "a run of less than 20 s has no fault");
    }

    private void assertRefused(String option, String message) {
        RunOptions options = options(option);

        assertThatIllegalArgumentException().isThrownBy(options::setting).withMessageContaining(message);
    }

    private RunOptions options(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--project=" + project);
        return CommandLine.populateCommand(new RunOptions(), all.toArray(String[]::new));
    }
}
