package dev.durahook.receiver.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SecretFileTest {

    private static final SignatureRule RULE = new SignatureRule(
            Algorithm.HMAC_SHA256,
            List.of("X-Sign"),
            "",
            "",
            Encoding.HEX,
            "{body}",
            KeyForm.TEXT,
            "",
            false,
            null,
            false);

    @TempDir
    private Path folder;

    private Path path;
    private Instant now = Instant.ofEpochSecond(1_700_000_000L);
    private final InstantSource clock = () -> now;

    @BeforeEach
    void setUp() {
        path = folder.resolve("secret");
    }

    @Test
    void holdsTheContentWithoutWhiteSpaceAroundIt() throws IOException {
        write(" first \r\n", 1);
        assertThat(text(file())).isEqualTo("first");
    }

    @Test
    void isReadAgainWhenItChanged() throws IOException {
        write("first", 1);
        SecretFile file = file();
        write("other", 2);
        tick();
        assertThat(text(file)).isEqualTo("other");
    }

    @Test
    void fileIsNotReadAgainWithinASecond() throws IOException {
        write("first", 1);
        SecretFile file = file();
        write("other", 2);
        now = now.plusMillis(999);
        assertThat(text(file)).isEqualTo("first");
    }

    @Test
    void isReadAgainWhenALinkLeadsElsewhere() throws IOException {
        Path first = Files.writeString(folder.resolve("first"), "first");
        Path other = Files.writeString(folder.resolve("other"), "other");
        Files.setLastModifiedTime(first, FileTime.fromMillis(0));
        Files.setLastModifiedTime(other, FileTime.fromMillis(0));
        Files.createSymbolicLink(path, first);
        SecretFile file = file();

        Path replacement = Files.createSymbolicLink(folder.resolve("replacement"), other);
        Files.move(replacement, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        tick();

        assertThat(text(file)).isEqualTo("other");
    }

    @Test
    void keepsTheSecretWhileItIsEmptyOrGone() throws IOException {
        write("first", 1);
        SecretFile file = file();
        write("", 2);
        tick();
        assertThat(text(file)).isEqualTo("first");
        Files.delete(path);
        tick();
        assertThat(text(file)).isEqualTo("first");
        write("other", 3);
        tick();
        assertThat(text(file)).isEqualTo("other");
    }

    @Test
    void mustBeThereAtTheStart() {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(this::file)
                .withMessageStartingWith("can't be read: make '" + path);
    }

    @Test
    void mustNotBeEmptyAtTheStart() throws IOException {
        write(" \n", 1);
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(this::file)
                .withMessageStartingWith("is empty");
    }

    @Test
    void mustBeUtf8AtTheStart() throws IOException {
        Files.write(path, new byte[] {'c', 'l', (byte) 0xe9});
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(this::file)
                .withMessage("is not UTF-8: save '" + path + "' as UTF-8");
    }

    @Test
    void isOutOfUseWhenItHasBeenGoneForTooLong() throws IOException {
        write("first", 1);
        SecretFile file = file();
        Files.delete(path);
        tick();
        assertThat(text(file)).isEqualTo("first");
        now = now.plus(SecretHistory.GRACE).minusMillis(1);
        assertThat(text(file)).isEqualTo("first");
        now = now.plusMillis(1);
        assertThat(file.current()).isEmpty();
        write("first", 2);
        tick();
        assertThat(text(file)).isEqualTo("first");
    }

    @Test
    void fileThatIsWrittenInTwoStepsIsReportedAgain(CapturedOutput output) throws IOException {
        write("former", 1);
        SecretFile file = file();
        write("", 2);
        tick();
        assertThat(text(file)).isEqualTo("former");
        write("canary\u00A0\n", 3);
        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(60);
            assertThat(text(file)).isEqualTo("former");
        }

        assertThat(output.getOut().lines().filter(line -> line.contains(path.toString())))
                .satisfiesExactly(
                        line -> assertThat(line).contains("WARN", " is empty", "for 15 minutes"),
                        line -> assertThat(line).contains("WARN", " holds U+00A0 NO-BREAK SPACE", "for 14 minutes"));
    }

    @Test
    void secretThatWasOutOfUseDoesNotComeBack() throws IOException {
        write("leaked", 1);
        SecretFile file = file(Duration.ofHours(24));
        Files.delete(path);
        tick();
        assertThat(texts(file)).containsExactly("leaked");
        now = now.plus(SecretHistory.GRACE);
        assertThat(texts(file)).isEmpty();
        write("other", 2);
        tick();
        assertThat(texts(file)).containsExactly("other");
    }

    @Test
    void formerSecretThatWasOutOfUseDoesNotComeBackWithTheSameFile() throws IOException {
        SecretFile file = replacedAndGone("leaked");
        now = now.plus(SecretHistory.GRACE);
        assertThat(texts(file)).isEmpty();
        write("other", 3);
        tick();
        assertThat(texts(file)).containsExactly("other");
    }

    @Test
    void formerSecretStillCountsAfterTheFileWasGoneForAMoment() throws IOException {
        SecretFile file = replacedAndGone("first");
        write("other", 3);
        tick();
        assertThat(texts(file)).containsExactly("other", "first");
        now = now.plus(SecretHistory.GRACE);
        assertThat(texts(file)).containsExactly("other", "first");
    }

    /** A file whose secret was replaced by another one, and which is then removed. Both secrets still count. */
    private SecretFile replacedAndGone(String former) throws IOException {
        write(former, 1);
        SecretFile file = file(Duration.ofHours(24));
        write("other", 2);
        tick();
        assertThat(texts(file)).containsExactly("other", former);
        Files.delete(path);
        tick();
        assertThat(texts(file)).containsExactly("other", former);
        return file;
    }

    @Test
    void eachThreadReadsTheFileAgain() throws Exception {
        write("first", 1);
        SecretFile file = file();
        tick();
        assertThat(text(file)).isEqualTo("first");
        write("other", 2);
        tick();

        assertThat(CompletableFuture.supplyAsync(() -> text(file)).get()).isEqualTo("other");
    }

    @Test
    void changeIsReportedOnce(CapturedOutput output) throws IOException {
        write("first", 1);
        SecretFile file = file();
        write("other", 2);
        for (int i = 0; i < 3; i++) {
            tick();
            assertThat(text(file)).isEqualTo("other");
        }

        assertThat(output.getOut().lines().filter(line -> line.contains(path.toString())))
                .singleElement()
                .asString()
                .contains("INFO", " was read again")
                .doesNotContain("first", "other");
    }

    @Test
    void secretThatIsOutOfUseIsReportedOnce(CapturedOutput output) throws IOException {
        write("first", 1);
        SecretFile file = file();
        Files.delete(path);
        tick();
        assertThat(text(file)).isEqualTo("first");
        now = now.plus(SecretHistory.GRACE);
        for (int i = 0; i < 3; i++) {
            tick();
            assertThat(file.current()).isEmpty();
        }

        assertThat(output.getOut().lines().filter(line -> line.contains(path.toString())))
                .satisfiesExactly(
                        line -> assertThat(line).contains("WARN", "for 15 minutes"),
                        line -> assertThat(line).contains("ERROR", "; its previous content is no longer valid"));
    }

    @Test
    void formerSecretCountsDuringTheOverlap() throws IOException {
        write("first", 1);
        SecretFile file = file(Duration.ofMinutes(10));
        write("other", 2);
        tick();
        assertThat(texts(file)).containsExactly("other", "first");
        now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
        assertThat(texts(file)).containsExactly("other", "first");
        now = now.plusMillis(1);
        assertThat(texts(file)).containsExactly("other");
    }

    @Test
    void isReadAgainWhenTimeAndSizeStayTheSame() throws IOException {
        write("first", 1);
        SecretFile file = file();
        write("other", 1);
        tick();
        assertThat(text(file)).isEqualTo("other");
    }

    @Test
    void endlessFileIsRefused() throws IOException {
        write("x".repeat(64 * 1024 + 1), 1);
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(this::file)
                .withMessageStartingWith("holds more than 65536 bytes");
    }

    private SecretFile file() {
        return file(Duration.ZERO);
    }

    private SecretFile file(Duration overlap) {
        return new SecretFile(path, RULE::secret, overlap, clock, Await.PATIENCE);
    }

    @Test
    void diskThatHangsHoldsUpOneCallerForAShortTime(CapturedOutput output) throws Exception {
        write("first", 1);
        CountDownLatch hangs = new CountDownLatch(1);
        AtomicInteger readings = new AtomicInteger();
        SecretFile file = new SecretFile(
                path,
                text -> {
                    if (readings.incrementAndGet() == 2) {
                        await(hangs);
                    }
                    return RULE.secret(text);
                },
                Duration.ZERO,
                clock,
                Duration.ofMillis(100));
        write("other", 2);
        tick();

        assertThat(text(file)).isEqualTo("first");
        Await.until("the file is being read", () -> readings.get() == 2);
        assertThat(CompletableFuture.supplyAsync(() -> text(file)).get()).isEqualTo("first");
        tick();
        assertThat(text(file)).isEqualTo("first");
        assertThat(readings).hasValue(2);
        hangs.countDown();
        Await.until("the file is read", () -> text(file).equals("other"));
        assertThat(output.getOut().lines().filter(line -> line.contains("disk does not answer")))
                .hasSize(1);
    }

    @Test
    void fileIsReadAgainAfterAReadingThatFailed() throws IOException {
        write("first", 1);
        AtomicInteger readings = new AtomicInteger();
        SecretFile file = new SecretFile(
                path,
                text -> {
                    if (readings.incrementAndGet() == 2) {
                        throw new IllegalStateException("broken");
                    }
                    return RULE.secret(text);
                },
                Duration.ZERO,
                clock,
                Await.PATIENCE);
        write("other", 2);
        tick();

        assertThatThrownBy(file::current).hasRootCauseMessage("broken");
        assertThat(text(file)).isEqualTo("other");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        now = now.plus(Duration.ofSeconds(1));
    }

    private void write(String content, long modifiedSecond) throws IOException {
        Files.writeString(path, content);
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(modifiedSecond)));
    }

    private static String text(SecretFile file) {
        List<String> texts = texts(file);
        assertThat(texts).hasSize(1);
        return texts.get(0);
    }

    private static List<String> texts(SecretFile file) {
        return file.current().stream()
                .map(secret -> new String(secret.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
