package dev.durahook.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    private Path home;

    @Test
    void onlyTheFirstArgumentIsACommand() {
        assertThat(Commands.include(new String[] {"send", "github"})).isTrue();
        assertThat(Commands.include(new String[] {"--help"})).isTrue();
        assertThat(Commands.include(new String[] {})).isFalse();
        assertThat(Commands.include(new String[] {"--server.port=8001", "send"}))
                .isFalse();
    }

    @Test
    void helpNamesTheCommands() {
        TestTerminal terminal = new TestTerminal(home);

        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out()).contains("sign", "send");
    }
}
