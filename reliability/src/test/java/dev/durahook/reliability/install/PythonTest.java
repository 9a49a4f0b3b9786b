package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"false", "/nowhere/python"})
    void givenProgramWithoutThePackageIsRefusedWithTheRemedy(String program) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Python.find(program))
                .withMessageStartingWith(
                        "--python must name a Python that has the package temporalio, which " + program)
                .withMessageContaining("pip install -r examples/python/requirements.txt");
    }

    @Test
    void givenProgramWithThePackageIsUsed() {
        assertThat(Python.find("true")).contains(new Python("true"));
    }

    @Test
    void commandRunsTheScriptFromTheFolder() {
        assertThat(new Python("python3").command(folder, List.of("host:7233", "default", "queue", "seen")))
                .containsExactly(
                        "python3", folder.resolve("score.py").toString(), "host:7233", "default", "queue", "seen");
        assertThat(folder.resolve("score.py")).content().contains("@activity.defn(name=\"score\")");
    }
}
