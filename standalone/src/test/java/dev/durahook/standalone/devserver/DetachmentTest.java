package dev.durahook.standalone.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.temporal.TestExecutables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachmentTest {

    @TempDir
    private Path bin;

    @Test
    void linuxHasSetsid() throws IOException {
        Path setsid = TestExecutables.create(bin.resolve("setsid"));
        TestExecutables.create(bin.resolve("perl"));

        assertThat(prefix()).containsExactly(setsid.toString());
    }

    @Test
    void macHasPerl() throws IOException {
        Path perl = TestExecutables.create(bin.resolve("perl"));

        assertThat(prefix()).startsWith(perl.toString(), "-e");
    }

    @Test
    void withoutEitherTheProgramIsStartedAsItIs() {
        assertThat(prefix()).isEmpty();
    }

    private List<String> prefix() {
        return new Detachment(new Executables(List.of(bin))).prefix();
    }
}
