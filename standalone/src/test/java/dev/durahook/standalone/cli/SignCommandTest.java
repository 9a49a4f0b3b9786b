package dev.durahook.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignCommandTest {

    @TempDir
    private Path home;

    private TestTerminal terminal;

    @BeforeEach
    void haveSecret() {
        terminal = new TestTerminal(home).with("DURAHOOK_SECRET", "It's a secret");
    }

    @Test
    void printsTheRequestAsItIsSent() throws IOException {
        String body = Files.writeString(home.resolve("body"), "{\"id\":\"evt_1\",\"type\":\"charge.failed\"}")
                .toString();

        assertThat(terminal.run("sign", "stripe", "--body", body, "--url", "http://localhost:9/a%20b?c=d"))
                .isZero();
        assertThat(terminal.out())
                .startsWith("POST /a%20b?c=d HTTP/1.1\r\nHost: localhost:9\r\nContent-Length: 37\r\n")
                .contains("\r\nStripe-Signature: t=1700000000,v1=")
                .endsWith("\r\n\r\n{\"id\":\"evt_1\",\"type\":\"charge.failed\"}");
    }

    @Test
    void putsIdTypeAndHeadersWhereTheyBelong() {
        terminal.run("sign", "github", "--id", "d1", "--type", "push", "--header", "X-GitHub-Hook-ID=7");

        assertThat(terminal.out()).contains("X-GitHub-Delivery: d1", "X-GitHub-Event: push", "X-GitHub-Hook-ID: 7");
    }

    @Test
    void printsACommandThatAShellUnderstands() throws Exception {
        String body = Files.writeString(home.resolve("body"), "it's $HOME `id`\n\"€\"")
                .toString();

        assertThat(terminal.run("sign", "github", "--body", body, "--curl")).isZero();
        assertThat(argumentsInShell(terminal.out()))
                .startsWith("-X", "POST", "-H", "Content-Type: application/json")
                .endsWith("--data-raw", "it's $HOME `id`\n\"€\"", "http://localhost:8000/webhooks/github");
    }

    @Test
    void requestForAHostHasThePathSlash() {
        assertThat(terminal.run("sign", "github", "--url", "http://localhost:9"))
                .isZero();
        assertThat(terminal.out()).startsWith("POST / HTTP/1.1\r\nHost: localhost:9\r\n");
    }

    @Test
    void urlWithoutASchemeOrAHostIsRefused() {
        for (String url :
                List.of("localhost:8000/webhooks/github", "/webhooks/github", "http:///x", "//localhost/x", "a b")) {
            assertThat(terminal.run("sign", "github", "--url", url)).isEqualTo(2);
        }
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .contains("the URL must begin with http:// or https://")
                .doesNotContain("\tat ");
    }

    @Test
    void curlSendsAHeaderWithoutAValue() {
        terminal.run("sign", "github", "--header", "X-Empty=", "--curl");

        assertThat(terminal.out()).contains(" -H 'X-Empty;' ");
    }

    @Test
    void noCommandCanHoldAZeroByte() throws IOException {
        String body = Files.writeString(home.resolve("body"), "a\0b").toString();

        assertThat(terminal.run("sign", "github", "--body", body, "--curl")).isEqualTo(1);
        assertThat(terminal.err()).contains("zero byte", "leave out --curl");
    }

    @Test
    void doesNotPrintAHeaderThatContainsTheSecret() {
        for (String scheme : List.of("gitlab", "bearer", "basic", "api-key", "ms-graph")) {
            assertThat(terminal.run("sign", scheme)).isEqualTo(1);
        }
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("never printed", "send").doesNotContain("It's a secret");
    }

    @Test
    void anUnknownProviderIsAnsweredWithTheKnownOnes() {
        assertThat(terminal.run("sign", "gihtub")).isEqualTo(2);
        assertThat(terminal.err()).contains("github", "stripe").doesNotContain("\tat ");
    }

    @Test
    void secretIsNotAnArgument() {
        assertThat(terminal.run("sign", "github", "--secret", "x")).isEqualTo(2);
        assertThat(terminal.err()).contains("Unknown option");
    }

    private static List<String> argumentsInShell(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "curl() { printf '%s\\0' \"$@\"; }; " + command).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return List.of(printed.split("\0"));
    }
}
