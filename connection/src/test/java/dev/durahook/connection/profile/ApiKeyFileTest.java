package dev.durahook.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.TestApplication;
import dev.durahook.connection.TestEnvironment;
import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.SecretText;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Metadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Each call carries the key that the file contains at that moment. */
@ExtendWith(OutputCaptureExtension.class)
class ApiKeyFileTest {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final FakeFrontend frontend = FakeFrontend.start();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("api-key"), "f1rst\n");
    }

    @AfterEach
    void stop() {
        frontend.close();
    }

    @Test
    void aReplacedKeyIsSentWithoutARestart(CapturedOutput output) throws IOException {
        try (ConfigurableApplicationContext application = start(Map.of())) {
            TestApplication.call(application);
            Files.writeString(file, "s3cond");
            callUntil(application, () -> sent().contains("Bearer s3cond"));
        }
        assertThat(sent()).first().isEqualTo("Bearer f1rst");
        assertThat(output)
                .contains(", API key", "the new API key is sent")
                .doesNotContain("f1rst")
                .doesNotContain("s3cond");
    }

    @Test
    void aMountedSecretIsReplacedByASymbolicLink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (ConfigurableApplicationContext application =
                start(Map.of("DURAHOOK_TEMPORAL_API_KEY_FILE", link.toString()))) {
            TestApplication.call(application);
            Files.delete(link);
            Files.createSymbolicLink(link, Files.writeString(folder.resolve("next"), "next"));
            callUntil(application, () -> sent().contains("Bearer next"));
        }
    }

    @Test
    void withoutItsFileTheLastKeyIsSent(CapturedOutput output) throws IOException {
        ApiKey key = new ApiKeyFile(file, SecretText::inFile, Await.PATIENCE);
        Files.delete(file);
        assertThat(key.current()).isEqualTo("f1rst");
        assertThat(key.current()).isEqualTo("f1rst");
        assertThat(output)
                .containsOnlyOnce("durahook.temporal.api-key-file can't be read: make '" + file
                        + "' a UTF-8 file that this process may read. The last API key is still sent");
    }

    @Test
    void byteOrderMarkIsNotPartOfTheKey() throws IOException {
        Files.writeString(file, "\uFEFFf1rst\r\n");
        try (ConfigurableApplicationContext application = start(Map.of())) {
            TestApplication.call(application);
        }
        assertThat(sent()).last().isEqualTo("Bearer f1rst");
    }

    @Test
    void aCharacterThatCantBeSeenIsNamed(CapturedOutput output) throws IOException {
        try (ConfigurableApplicationContext application = start(Map.of())) {
            Files.writeString(file, "s3cond\u200B\n");
            callUntil(application, () -> output.toString().contains("ZERO WIDTH SPACE"));
        }
        assertThat(sent()).last().isEqualTo("Bearer f1rst");
        assertThat(output)
                .contains("durahook.temporal.api-key-file holds U+200B ZERO WIDTH SPACE at character 7: remove it. The"
                        + " last API key is still sent")
                .doesNotContain("s3cond");
        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("durahook.temporal.api-key-file holds U+200B ZERO WIDTH SPACE at character 7: remove it");
    }

    @Test
    void fileThatIsWrittenInTwoStepsIsReportedAgain(CapturedOutput output) throws IOException {
        ApiKey key = new ApiKeyFile(file, SecretText::inFile, Await.PATIENCE);
        Files.delete(file);
        key.current();
        Path next = Files.writeString(folder.resolve("next"), "s3cond\u200B\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        key.current();
        key.current();
        assertThat(output)
                .contains("durahook.temporal.api-key-file can't be read")
                .contains("durahook.temporal.api-key-file holds U+200B ZERO WIDTH SPACE");
    }

    @Test
    void diskThatHangsHoldsUpOneCallForAShortTime(CapturedOutput output) {
        CompletableFuture<Void> hangs = new CompletableFuture<>();
        Queue<String> contents = new ConcurrentLinkedQueue<>(List.of("f1rst", "s3cond"));
        ApiKey key = new ApiKeyFile(
                file,
                path -> {
                    String content = contents.element();
                    if (contents.size() == 1) {
                        hangs.join();
                    } else {
                        contents.remove();
                    }
                    return content;
                },
                Duration.ofMillis(100));

        assertThat(key.current()).isEqualTo("f1rst");
        assertThat(CompletableFuture.supplyAsync(key::current).join()).isEqualTo("f1rst");
        hangs.complete(null);
        Await.until("the key is read", () -> key.current().equals("s3cond"));
        assertThat(output)
                .contains("durahook.temporal.api-key-file can't be read, because its disk does not answer."
                        + " The last API key is still sent");
    }

    @Test
    void invalidCharacterIsNotQuoted() throws IOException {
        Files.writeString(file, "clé");
        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(
                        "durahook.temporal.api-key-file holds a space or a character that is not ASCII; an API key has"
                                + " neither: write the API key into the file, and nothing else");
    }

    @Test
    void aHalfWrittenFileIsNotSent() throws IOException {
        try (ConfigurableApplicationContext application = start(Map.of())) {
            Files.writeString(file, "two lines\nof something");
            TestApplication.call(application);
        }
        assertThat(sent()).last().isEqualTo("Bearer f1rst");
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        try (ConfigurableApplicationContext application = start(Map.of("DURAHOOK_TEMPORAL_API_KEY_FILE", ""))) {
            TestApplication.call(application);
        }
        assertThat(sent()).containsOnlyNulls();
    }

    @Test
    void aFileImpliesTls() {
        TemporalProfile profile = TemporalProfileLoader.load(
                TestEnvironment.with(Map.of("DURAHOOK_TEMPORAL_API_KEY_FILE", file.toString())));
        assertThat(profile.usesTls()).isTrue();
        assertThat(profile.apiKey()).hasToString("ApiKeyFile[" + file + "]");
    }

    @Test
    void aMissingFileStopsTheStart() throws IOException {
        Files.delete(file);
        assertRefused(Map.of());
    }

    @Test
    void anEmptyFileStopsTheStart() throws IOException {
        Files.writeString(file, "\n");
        assertRefused(Map.of());
    }

    @Test
    void aKeyGivenTwiceStopsTheStart() {
        assertRefused(Map.of("TEMPORAL_API_KEY", "another"));
    }

    @Test
    void aMisspeltKeyStopsTheStart() {
        assertThatThrownBy(() -> TestApplication.start(Map.of(), "durahook.temporal.api-key-fil=" + file))
                .hasStackTraceContaining("durahook.temporal.api-key-fil");
    }

    private void assertRefused(Map<String, String> variables) {
        assertThatThrownBy(() -> start(variables))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("durahook.temporal.api-key-file");
    }

    private ConfigurableApplicationContext start(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "TEMPORAL_ADDRESS", frontend.target(),
                "TEMPORAL_TLS", "false",
                "DURAHOOK_TEMPORAL_API_KEY_FILE", file.toString()));
        variables.putAll(more);
        return TestApplication.start(variables);
    }

    // A call that is made while another one reads the file carries the key that was read before.
    private static void callUntil(ConfigurableApplicationContext application, BooleanSupplier condition) {
        Await.until("a call with the content of the file", () -> {
            TestApplication.call(application);
            return condition.getAsBoolean();
        });
    }

    private List<String> sent() {
        return frontend.headers().stream()
                .map(headers -> headers.get(AUTHORIZATION))
                .toList();
    }
}
