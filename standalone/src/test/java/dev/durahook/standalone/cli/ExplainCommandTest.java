package dev.durahook.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.standalone.cli.RequestExplainer.ShownExplanation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import picocli.CommandLine;

class ExplainCommandTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void readsTheCaptureAndTheConfigurationThatIsNamed() throws IOException {
        String config = write("shop.yml", "durahook.sources.shop: {scheme: stripe, secrets: [x]}");

        int code = run(this::described, "explain", "shop", write("request", "POST / HTTP/1.1"), "--config", config);

        assertThat(code).isZero();
        assertThat(out()).isEqualTo("shop stripe POST / HTTP/1.1 " + NOW);
    }

    @Test
    void readsTheApplicationsOwnConfiguration() throws IOException {
        run(this::described, "explain", "github", write("request", "x"));

        assertThat(out()).startsWith("github github x");
    }

    @Test
    void takesTheTimeAtWhichTheRequestCame() throws IOException {
        run(this::described, "explain", "github", write("request", "x"), "--at", "2026-11-24T06:30:00Z");

        assertThat(out()).endsWith("2026-11-24T06:30:00Z");
    }

    @Test
    void takesTheSecretThatAStandaloneGenerated() throws IOException {
        Files.createDirectory(home.resolve(".durahook"));
        write(".durahook/github-secret", "Jefe");

        run(
                (environment, source, request, clock) ->
                        new ShownExplanation(true, environment.getProperty("durahook.sources.github.secret-files[0]")),
                "explain",
                "github",
                write("request", "x"));

        assertThat(out()).isEqualTo(home.resolve(".durahook/github-secret").toString());
    }

    @Test
    void takesTheSecretOfTheVariableWithoutAGeneratedOne() throws IOException {
        String config = write("shop.yml", "GITHUB_WEBHOOK_SECRET: Jefe");

        run(
                (environment, source, request, clock) ->
                        new ShownExplanation(true, environment.getProperty("durahook.sources.github.secrets[0]")),
                "explain",
                "github",
                write("request", "x"),
                "--config",
                config);

        assertThat(out()).isEqualTo("Jefe");
    }

    @Test
    void failsWhenTheRequestIsNotVerified() throws IOException {
        int code = run((e, s, r, c) -> new ShownExplanation(false, "why"), "explain", "github", write("request", "x"));

        assertThat(code).isEqualTo(1);
        assertThat(out()).isEqualTo("why");
    }

    @Test
    void saysWhichKeyIsWrong() throws IOException {
        int code = run(
                (e, s, r, c) -> {
                    throw new InvalidSourceException("durahook.sources.shop", "is not declared");
                },
                "explain",
                "shop",
                write("request", "x"));

        assertThat(code).isEqualTo(1);
        assertThat(out()).isEqualTo("durahook.sources.shop is not declared");
    }

    @Test
    void namesTheCharacterThatCantBeSeenInTheSecretsFile() throws IOException {
        String secret = write("secret", "canary-7f3a\u200B\n");
        String config = write("shop.yml", "durahook.sources.shop: {scheme: github, secret-files: ['" + secret + "']}");

        int code = run(
                RequestExplainer::byReceiver,
                "explain",
                "shop",
                write("request", "POST / HTTP/1.1\n\n{}"),
                "--config",
                config);

        assertThat(code).isEqualTo(1);
        assertThat(out())
                .isEqualTo("durahook.sources.shop.secret-files[0] holds U+200B ZERO WIDTH SPACE at character 12: remove"
                        + " it");
    }

    private ShownExplanation described(Environment environment, String source, byte[] request, InstantSource clock) {
        String scheme = environment.getProperty("durahook.sources." + source + ".scheme");
        String text = new String(request, StandardCharsets.UTF_8);
        return new ShownExplanation(true, source + " " + scheme + " " + text + " " + clock.instant());
    }

    private int run(RequestExplainer explaining, String... arguments) {
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                Map.of(), home, new ByteArrayInputStream(new byte[0]), both, both, InstantSource.fixed(NOW));
        CommandLine line = Commands.line(terminal, explaining);
        return line.execute(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text).toString();
    }
}
