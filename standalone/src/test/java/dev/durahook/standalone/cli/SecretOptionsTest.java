package dev.durahook.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command finds the secret; the signature shows which secret was used. */
class SecretOptionsTest {

    /** HMAC-SHA256 of {@code body} with the key {@code Jefe}, by OpenSSL. */
    private static final String SIGNATURE = "c239b0de49898faf9ee7e03ab9753392c01efef4097df6c28c011a70e7f096bd";

    @TempDir
    private Path home;

    private TestTerminal terminal;
    private String body;

    @BeforeEach
    void writeBody() throws IOException {
        terminal = new TestTerminal(home);
        body = Files.writeString(home.resolve("body"), "body").toString();
    }

    @Test
    void aFileHoldsIt() throws IOException {
        String file = Files.writeString(home.resolve("secret"), "Jefe\n").toString();

        assertSigned("sign", "github", "--body", body, "--secret-file", file);
    }

    @Test
    void theStandardInputIsIt() {
        terminal.typing("Jefe\n");

        assertSigned("sign", "github", "--body", body, "--secret-file", "-");
    }

    @Test
    void aVariableIsIt() {
        terminal.with("DURAHOOK_SECRET", "Jefe");

        assertSigned("sign", "github", "--body", body);
    }

    @Test
    void aStandaloneOnThisMachineUsesTheVariableForGithub() {
        terminal.with("GITHUB_WEBHOOK_SECRET", "Jefe");

        assertSigned("sign", "github", "--body", body);
    }

    @Test
    void aStandaloneOnThisMachineHasGeneratedTheOneForGithub() throws IOException {
        Files.createDirectory(home.resolve(".durahook"));
        Files.writeString(home.resolve(".durahook/github-secret"), "Jefe\n");

        assertSigned("sign", "github", "--body", body);
    }

    @Test
    void theDataDirectoryMayBeAnother() throws IOException {
        Files.writeString(home.resolve("github-secret"), "Jefe\n");
        terminal.with("DURAHOOK_STANDALONE_DATA_DIRECTORY", home.toString());

        assertSigned("sign", "github", "--body", body);
    }

    @Test
    void withoutOneTheRemedyIsNamed() {
        assertThat(terminal.run("sign", "github")).isEqualTo(1);
        assertThat(terminal.err()).contains("--secret-file", "DURAHOOK_SECRET").doesNotContain("\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void theSecretOfAnotherProviderIsNotGuessed() {
        terminal.with("GITHUB_WEBHOOK_SECRET", "Jefe");

        assertThat(terminal.run("sign", "stripe")).isEqualTo(1);
    }

    @Test
    void missingFileIsNamed() {
        assertThat(terminal.run(
                        "sign", "github", "--secret-file", home.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("there is no file", "none");
    }

    @Test
    void standardInputCanNotBeBodyAndSecret() {
        assertThat(terminal.run("sign", "github", "--secret-file", "-", "--body", "-"))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("read only once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFJefe\n", " Jefe\r\n", "\uFEFF\nJefe"})
    void byteOrderMarkAndSurroundingWhiteSpaceAreRemoved(String content) throws IOException {
        assertSigned(
                "sign",
                "github",
                "--body",
                body,
                "--secret-file",
                Files.writeString(home.resolve("secret"), content).toString());

        terminal.typing(content);
        assertSigned("sign", "github", "--body", body, "--secret-file", "-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--secret-file | the secret in --secret-file",
                "- | the secret in --secret-file",
                "DURAHOOK_SECRET | DURAHOOK_SECRET",
                "GITHUB_WEBHOOK_SECRET | GITHUB_WEBHOOK_SECRET",
                "generated | the generated secret"
            })
    void aCharacterThatCantBeSeenIsNamedAndNothingIsSigned(String place, String name) throws IOException {
        String secret = "canary\u200B-7f3a";
        String[] more = {};
        switch (place) {
            case "--secret-file" ->
                more = new String[] {
                    place, Files.writeString(home.resolve("secret"), secret).toString()
                };
            case "-" -> {
                terminal.typing(secret);
                more = new String[] {"--secret-file", "-"};
            }
            case "generated" -> {
                Files.createDirectory(home.resolve(".durahook"));
                Files.writeString(home.resolve(".durahook/github-secret"), secret);
            }
            default -> terminal.with(place, secret);
        }

        assertThat(terminal.run(Stream.concat(Stream.of("sign", "github"), Stream.of(more))
                        .toArray(String[]::new)))
                .isEqualTo(1);
        assertThat(terminal.err().strip()).isEqualTo(name + " holds U+200B ZERO WIDTH SPACE at character 7: remove it");
        assertThat(terminal.out()).isEmpty();
    }

    // A header can't hold a second line, and the JDK's message about it quotes the whole header.
    @ParameterizedTest
    @ValueSource(strings = {"gitlab", "bearer", "api-key", "github", "stripe"})
    void aSecondLineIsRefusedAndNoSecretIsPrinted(String scheme) throws IOException {
        String secret = "canary-7f3a\nother-7f3a\n";
        String file = Files.writeString(home.resolve("secret"), secret).toString();

        assertThat(terminal.run("send", scheme, "--secret-file", file)).isEqualTo(1);
        assertThat(terminal.err().strip())
                .isEqualTo("the secret in --secret-file holds U+000A LINE FEED (LF) at character 12: remove it");

        TestTerminal another = new TestTerminal(home).with("DURAHOOK_SECRET", secret);
        assertThat(another.run("send", scheme)).isEqualTo(1);
        assertThat(another.err()).startsWith("DURAHOOK_SECRET holds U+000A").doesNotContain("7f3a");
    }

    @Test
    void aPrivateKeyHasSeveralLines() {
        String pem = "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----\n";
        terminal.with("DURAHOOK_SECRET", pem);

        assertThat(terminal.run("send", "gitlab")).isEqualTo(2);
        assertThat(terminal.err())
                .contains("the header X-Gitlab-Token can't be sent")
                .doesNotContain("canary");
    }

    private void assertSigned(String... arguments) {
        assertThat(terminal.run(arguments)).isZero();
        assertThat(terminal.out())
                .contains("X-Hub-Signature-256: sha256=" + SIGNATURE)
                .doesNotContain("Jefe");
    }
}
