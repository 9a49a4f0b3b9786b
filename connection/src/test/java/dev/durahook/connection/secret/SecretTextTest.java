package dev.durahook.connection.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

    private static final String CANARY = "canary-7f3a";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s\n", "%s\r\n", " \t%s \n\n", "\n%s", "\uFEFF%s\n", "\uFEFF %s"})
    void byteOrderMarkAndSurroundingWhiteSpaceAreRemoved(String content) throws IOException {
        assertThat(SecretText.inFile(written(content.formatted(CANARY), UTF_8))).isEqualTo(CANARY);
        assertThat(SecretText.linesInFile(file)).isEqualTo(CANARY);
        assertThat(SecretText.linesIn(Files.readAllBytes(file))).isEqualTo(CANARY);
    }

    @Test
    void aFileOfPowerShellIsRead() throws IOException {
        assertThat(SecretText.inFile(written("\uFEFF" + CANARY + "\r\n", UTF_16LE)))
                .isEqualTo(CANARY);
        assertThat(SecretText.inFile(written("\uFEFF" + CANARY + "\r\n", UTF_16BE)))
                .isEqualTo(CANARY);
    }

    @Test
    void utf16WithoutAByteOrderMarkIsRefused() throws IOException {
        written(CANARY, UTF_16LE);
        refused("holds U+0000 NULL at character 2: remove it");
    }

    @Test
    void invalidUtf8IsRefused() throws IOException {
        written(CANARY + "é", ISO_8859_1);
        refused("is not UTF-8: save '" + file + "' as UTF-8");
        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> SecretText.linesIn(Files.readAllBytes(file)))
                .withMessage("is not UTF-8: save it as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0%s", "%s\u200B", "\uFEFF\uFEFF%s", "%s\u2028", "%s\u0000", "%s\u001F"})
    void surroundingInvisibleCharacterIsRefused(String content) throws IOException {
        written(content.formatted(CANARY), UTF_8);
        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> SecretText.inFile(file))
                .withMessageStartingWith("holds U+")
                .withMessageEndingWith(": remove it");
    }

    @Test
    void positionIsCountedAsInAnEditor() throws IOException {
        written("\uFEFF\n  " + CANARY + "\u200B\n", UTF_8);
        refused("holds U+200B ZERO WIDTH SPACE at character 14 of line 2: remove it");
    }

    @Test
    void twoLinesAreRefusedUnlessTheSecretMayHaveThem() throws IOException {
        written(CANARY + "\n" + CANARY, UTF_8);
        refused("holds U+000A LINE FEED (LF) at character 12: remove it");
        assertThat(SecretText.linesInFile(file)).isEqualTo(CANARY + "\n" + CANARY);
    }

    @Test
    void anEmptyFileIsAnEmptyText() throws IOException {
        assertThat(SecretText.inFile(written("\uFEFF \n", UTF_8))).isEmpty();
    }

    @Test
    void valueInTheConfigurationIsUnchanged() {
        assertThat(SecretText.written(CANARY)).isEqualTo(CANARY);
        assertThat(SecretText.written("\t")).isEqualTo("\t");
        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> SecretText.written("\uFEFF" + CANARY))
                .withMessage("holds U+FEFF ZERO WIDTH NO-BREAK SPACE at character 1: remove it");
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s ", "%s\n", "%s\r"})
    void whiteSpaceAroundAValueInTheConfigurationIsRefused(String text) {
        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> SecretText.written(text.formatted(CANARY)))
                .withMessage("begins or ends with white space, which no sender's secret does: remove it");
        assertThat(SecretText.linesIn(text.formatted(CANARY))).isEqualTo(CANARY);
    }

    @Test
    void pathThatIsNotAFileIsRefused() {
        refused("can't be read: make '" + file + "' a UTF-8 file that this process may read");
        file = folder;
        refused("is a folder: name a file in '" + folder + "'");
        file = Path.of("/dev/null");
        refused("is a pipe or a device: make '/dev/null' a file");
    }

    @Test
    void aSecretInPlaceOfAPathIsNotQuoted() {
        file = Path.of("whsec_" + CANARY);
        refused("can't be read: make it a UTF-8 file that this process may read");
    }

    @Test
    void aLargeFileIsRefused() throws IOException {
        written("x".repeat(SmallFile.MAX_BYTES + 1), UTF_8);
        refused("holds more than 65536 bytes: name another file");
    }

    private Path written(String content, Charset charset) throws IOException {
        return Files.write(file, content.getBytes(charset));
    }

    private void refused(String message) {
        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> SecretText.inFile(file))
                .withMessage(message)
                .withNoCause()
                .satisfies(e -> assertThat(e.problem()).isEqualTo(message).doesNotContain(CANARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "'%s'", "[\"%s\"]", "['%s', 'b']", "[ \"%s\" ]"})
    void secretInQuotationMarksOrBracketsIsRefused(String text) {
        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> SecretText.written(text.formatted(CANARY)))
                .withMessageContaining("quotation marks")
                .withMessageContaining("remove")
                .withMessageNotContaining(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"abc", "abc'", "[abc]", "\"abc'"})
    void secretMayHaveOtherQuotationMarks(String text) {
        assertThat(SecretText.written(text)).isEqualTo(text);
    }
}
