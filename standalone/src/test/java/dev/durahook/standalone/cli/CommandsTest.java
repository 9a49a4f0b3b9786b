package dev.durahook.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
    void signedRequestIsExplained() throws IOException {
        Files.createDirectory(home.resolve(".durahook"));
        Files.writeString(home.resolve(".durahook/github-secret"), "Jefe\n");
        TestTerminal signing = new TestTerminal(home);
        signing.run("sign", "github", "--type", "push");
        TestTerminal genuine = new TestTerminal(home).typing(signing.out());
        TestTerminal changed = new TestTerminal(home).typing(signing.out().replace("octocat", "mallory"));

        assertThat(genuine.run("explain", "github", "-")).isZero();
        assertThat(genuine.out()).contains("verified with secret 1").doesNotContain("Jefe");
        assertThat(changed.run("explain", "github", "-")).isEqualTo(1);
        assertThat(changed.out()).contains("not verified", "Probable cause").doesNotContain("Jefe");
    }

    @Test
    void helpNamesTheCommands() {
        TestTerminal terminal = new TestTerminal(home);

        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out()).contains("sign", "send", "explain");
    }
}
