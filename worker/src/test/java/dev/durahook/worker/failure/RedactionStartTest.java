package dev.durahook.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.worker.WorkerContext;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The values that an application declares to be hidden. */
class RedactionStartTest {

    private static Redaction declared(String... values) {
        return DeclaredRedaction.of(new RedactionProperties(List.of(values), List.of()));
    }

    @Test
    void valueIsHiddenWholeEvenIfItContainsAnotherValue() {
        assertThat(declared("secret", "secret-two").apply("a secret-two and a secret"))
                .isEqualTo("a [hidden] and a [hidden]");
    }

    @Test
    void valueOfFourCharactersIsLongEnough() {
        assertThat(declared("ab1d").apply("with ab1d")).isEqualTo("with [hidden]");
    }

    @Test
    void propertiesShowNoValue() {
        assertThat(new RedactionProperties(List.of("pass-word"), List.of(Path.of("/run/password"))))
                .hasToString("1 values and 1 files");
    }

    @Test
    void emptyValueStopsTheStartAndNamesItsKey() {
        WorkerContext.with("durahook.redact[0]=long-enough", "durahook.redact[1]=")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.redact[1] has fewer than 4 characters")
                        .hasRootCauseInstanceOf(InvalidConfigurationException.class));
    }

    // Another program may use the name as a switch.
    @Test
    void valueOfTheGroupItselfHidesNothing() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of("DURAHOOK", "1")));

        assertThat(RedactionProperties.of(environment).redact()).isEmpty();
    }

    @Test
    void fileHoldsAValue(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "pass-word\n");
        RedactionProperties properties = new RedactionProperties(List.of(), List.of(file));
        assertThat(DeclaredRedaction.of(properties).apply("with pass-word")).isEqualTo("with [hidden]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkInAFileIsNotPartOfTheValue(Charset encoding, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("password"), "\uFEFFpass-word\r\n".getBytes(encoding));
        WorkerContext.with("durahook.redact-files=" + file).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(DeclaredRedaction.of(RedactionProperties.of(context.getEnvironment()))
                            .apply("no login with pass-word"))
                    .isEqualTo("no login with [hidden]");
        });
    }

    @Test
    void valueMayHaveSeveralLines(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "-----BEGIN KEY-----\nabc\n-----END KEY-----\n");
        RedactionProperties properties = new RedactionProperties(List.of("two\nlines\n"), List.of(file));
        assertThat(DeclaredRedaction.of(properties)
                        .apply("with -----BEGIN KEY-----\nabc\n-----END KEY----- and two\nlines"))
                .isEqualTo("with [hidden] and [hidden]");
    }

    @ParameterizedTest
    @CsvSource({
        "'pass-word\u200B', U+200B ZERO WIDTH SPACE at character 10",
        "'\u00A0pass-word', U+00A0 NO-BREAK SPACE at character 1",
        "'pass\u00AD-word', U+00AD SOFT HYPHEN at character 5"
    })
    void characterThatCantBeSeenStopsTheStartAndIsNamed(String value, String character, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("password"), value + "\n");
        stops("durahook.redact[0] holds " + character + ": remove it", "durahook.redact[0]=" + value);
        stops(
                "durahook.redact-files[1] holds " + character + ": remove it",
                "durahook.redact-files[0]=" + Files.writeString(folder.resolve("other"), "other"),
                "durahook.redact-files[1]=" + file);
    }

    @Test
    void numberThatIsNotInQuotationMarksStopsTheStart() {
        WorkerContext.withYaml("durahook.redact: [long-enough, 0012345]")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessage("durahook.redact[1] is read as a number, which may lose zeros and digits: put it"
                                + " in quotation marks"));
    }

    @Test
    void placeholderThatNothingResolvesStopsTheStart() {
        stops(
                "durahook.redact[1] holds a placeholder that nothing resolves: set the variable it names",
                "durahook.redact[0]=long-enough",
                "durahook.redact[1]=${PASSWORD_THAT_NOBODY_SET}");
    }

    @Test
    void emptyElementOfTheFilesStopsTheStart() {
        stops(
                "durahook.redact-files has an empty element: give it a value, or remove its comma",
                "durahook.redact-files=/a,,/b");
        stops(
                "durahook.redact-files holds a placeholder that nothing resolves: set the variable it names",
                "durahook.redact-files=${PASSWORD_FILE_THAT_NOBODY_SET}");
    }

    private static void stops(String message, String... properties) {
        WorkerContext.with(properties).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .rootCause()
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessage(message);
        });
    }

    @Test
    void missingFileStopsTheStart() {
        WorkerContext.with("durahook.redact-files=/nowhere/password")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.redact-files[0] can't be read: make '/nowhere/password'"));
    }
}
