package dev.durahook.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.TestEnvironment;
import dev.durahook.connection.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("temporal.toml"), """
                [profile.default]
                address = "default.example:7233"
                namespace = "from-file"

                [profile.cloud]
                address = "cloud.example:7233"
                api_key = "key-of-the-file"
                [profile.cloud.tls]
                server_name = "frontend"
                [profile.cloud.grpc_meta]
                x_tenant = "blue"
                x_team = "red"
                """);
    }

    @Test
    void namedFileIsReadWithItsDefaultProfile() {
        assertThat(load(Map.of()).address()).isEqualTo("default.example:7233");
    }

    @Test
    void namedProfileIsRead() {
        TemporalProfile profile = load(Map.of("TEMPORAL_PROFILE", "cloud"));
        assertThat(profile.address()).isEqualTo("cloud.example:7233");
        assertThat(profile.apiKey().current()).isEqualTo("key-of-the-file");
        assertThat(profile.tls().getServerName()).isEqualTo("frontend");
        assertThat(profile.metadata()).isEqualTo(Map.of("x-tenant", "blue", "x-team", "red"));
    }

    @Test
    void variableWinsOverTheFile() {
        TemporalProfile profile = load(Map.of("TEMPORAL_ADDRESS", "env.example:7233"));
        assertThat(profile.address()).isEqualTo("env.example:7233");
        assertThat(profile.namespace()).isEqualTo("from-file");
    }

    @Test
    void headerOfAVariableReplacesTheFiles() {
        TemporalProfile profile = load(Map.of("TEMPORAL_PROFILE", "cloud", "TEMPORAL_GRPC_META_X_TENANT", "green"));
        assertThat(profile.metadata()).isEqualTo(Map.of("x-tenant", "green", "x-team", "red"));
    }

    @Test
    void emptyHeaderOfAVariableRemovesTheFiles() {
        TemporalProfile profile = load(Map.of("TEMPORAL_PROFILE", "cloud", "TEMPORAL_GRPC_META_X_TENANT", ""));
        assertThat(profile.metadata()).isEqualTo(Map.of("x-team", "red"));
    }

    @Test
    void fileInTheHomeFolderIsReadOnlyOnRequest() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home/.config/temporalio"));
        Files.copy(file, home.resolve("temporal.toml"));
        withHome(folder.resolve("home"), () -> {
            assertThat(TemporalProfileLoader.load(TestEnvironment.with(Map.of()))
                            .address())
                    .isNull();
            assertThat(TemporalProfileLoader.load(TestEnvironment.with(Map.of("TEMPORAL_PROFILE", "default")))
                            .address())
                    .isEqualTo("default.example:7233");
        });
    }

    @Test
    void missingProfileIsRefused() {
        assertRefused(Map.of("TEMPORAL_PROFILE", "clowd"), "TEMPORAL_PROFILE");
    }

    @Test
    void missingFileIsRefused() {
        assertRefused(Map.of("TEMPORAL_CONFIG_FILE", folder.resolve("none.toml").toString()), "TEMPORAL_CONFIG_FILE");
    }

    @Test
    void fileThatIsTooLargeIsRefusedForItsSize() throws IOException {
        Files.writeString(file, "#".repeat(65_537));
        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("TEMPORAL_CONFIG_FILE names a file that holds more than 65536 bytes");
    }

    @Test
    void fileInAnotherEncodingIsRefusedForItsEncoding() throws IOException {
        Files.write(file, new byte[] {(byte) 0xe4});
        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("TEMPORAL_CONFIG_FILE names a file that is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "[profile.default], namespce = 's3cret', profile.default.namespce",
        "[profile.other], adress = 's3cret', profile.other.adress",
        "[profile.default.tls], server_ca_path = 's3cret', profile.default.tls.server_ca_path",
        "[profile.default.tsl], server_name = 's3cret', profile.default.tsl",
        "[profil.default], namespace = 's3cret', profil"
    })
    void unknownKeyIsRefused(String table, String key, String path) throws IOException {
        Files.writeString(file, "[profile.default]\n" + (table.equals("[profile.default]") ? "" : table + "\n") + key);

        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("TEMPORAL_CONFIG_FILE names a file with the unknown key " + path)
                .hasNoCause();
    }

    // Only the CLI decodes payloads.
    @Test
    void tableOfTheCliIsAccepted() throws IOException {
        Files.writeString(
                file, Files.readString(file) + "[profile.default.codec]\nendpoint = \"https://codec.example\"\n");

        assertThat(load(Map.of()).namespace()).isEqualTo("from-file");
    }

    @Test
    void fileWithoutAProfileIsRefused() throws IOException {
        Files.writeString(file, "answer = 42\n");
        assertRefused(Map.of(), "TEMPORAL_CONFIG_FILE");
    }

    @Test
    void emptyFileIsRefused() throws IOException {
        Files.writeString(file, "");
        assertRefused(Map.of(), "TEMPORAL_CONFIG_FILE");
    }

    @Test
    void malformedFileIsRefusedWithItsLineAndWithoutItsText() throws IOException {
        Files.writeString(file, "[profile.default]\napi_key = s3cret s3cret\n");
        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("TEMPORAL_CONFIG_FILE")
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void byteOrderMarkIsNotPartOfTheFile() throws IOException {
        Files.writeString(file, "\uFEFF" + Files.readString(file));
        assertThat(load(Map.of()).namespace()).isEqualTo("from-file");
    }

    @Test
    void aCharacterThatCantBeSeenIsNamed() throws IOException {
        Files.writeString(file, "[profile.default]\nnamespace = \"from\u00A0file\"\n");
        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(
                        "TEMPORAL_CONFIG_FILE names a file that holds U+00A0 NO-BREAK SPACE at character 18 of line 2");
    }

    @Test
    void commentMayContainAnyText() throws IOException {
        Files.writeString(file, "  # \u26A0\uFE0F for tests\n" + Files.readString(file));
        assertThat(load(Map.of()).namespace()).isEqualTo("from-file");
    }

    private void assertRefused(Map<String, String> variables, String key) {
        assertThatThrownBy(() -> load(variables))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(key);
    }

    private TemporalProfile load(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("TEMPORAL_CONFIG_FILE", file.toString()));
        all.putAll(variables);
        return TemporalProfileLoader.load(TestEnvironment.with(all));
    }

    private static void withHome(Path home, Runnable test) {
        String before = System.getProperty("user.home");
        System.setProperty("user.home", home.toString());
        try {
            test.run();
        } finally {
            System.setProperty("user.home", before);
        }
    }
}
