package dev.durahook.standalone.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class GithubSecretTest {

    @TempDir
    private Path home;

    private final MockEnvironment environment = new MockEnvironment();
    private DataDirectory directory;

    @BeforeEach
    void name() {
        directory = new DataDirectory(home.resolve("data"));
    }

    @Test
    void configuredSecretIsLeftAlone() {
        environment.setProperty("durahook.sources.github.secrets[0]", "s3cret");

        assertThat(secret()).isEqualTo(new GithubSecret(Map.of(), "its secret is the configured one"));
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void configuredFileIsLeftAlone() {
        environment.setProperty("durahook.sources.github.secret-files", "/run/secrets/github");

        assertThat(secret().properties()).isEmpty();
    }

    @Test
    void configuredSecretIsNotReplaced() {
        environment.setProperty("durahook.sources.github.secrets[0].file", "/run/secrets/github");

        assertThat(secret()).isEqualTo(new GithubSecret(Map.of(), "its secret is the configured one"));
    }

    @Test
    void variableIsUsedWithoutSplittingIt() {
        environment.setProperty("GITHUB_WEBHOOK_SECRET", "with,comma");

        assertThat(secret().properties())
                .containsExactlyEntriesOf(Map.of("durahook.sources.github.secrets[0]", "${GITHUB_WEBHOOK_SECRET}"));
        assertThat(secret().toString()).doesNotContain("with,comma");
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void commandUsesTheSecretThatIsThereAndGeneratesNone() throws IOException {
        assertThat(GithubSecret.existing(environment, directory)).isEmpty();
        assertThat(directory.path()).doesNotExist();

        assertThat(secret())
                .isEqualTo(GithubSecret.existing(environment, directory).orElseThrow());

        environment.setProperty("GITHUB_WEBHOOK_SECRET", "with,comma");
        assertThat(secret())
                .isEqualTo(GithubSecret.existing(environment, directory).orElseThrow());
    }

    @Test
    void withoutOneItIsGenerated() throws IOException {
        assertThat(secret().properties())
                .containsEntry(
                        "durahook.sources.github.secret-files[0]",
                        directory.githubSecret().toString());
        assertThat(secret().toString())
                .contains(directory.githubSecret().toString())
                .doesNotContain(Files.readString(directory.githubSecret()).strip());
    }

    @Test
    void emptyVariableIsNotASecret() {
        environment.setProperty("GITHUB_WEBHOOK_SECRET", "");

        assertThat(secret().properties()).containsKey("durahook.sources.github.secret-files[0]");
    }

    private GithubSecret secret() {
        return GithubSecret.of(environment, directory);
    }
}
