package dev.durahook.worker.destination.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.testsupport.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The secrets in files are read for each request, and a disk that hangs holds no request up for long. */
@ExtendWith(OutputCaptureExtension.class)
class SigningSecretsTest {

    private static final String FIRST = "whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0";
    private static final String OTHER = "whsec_YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4";

    private static final byte[] BODY = {1};

    private volatile String content = FIRST;

    @Test
    void contentThatCountsIsThatOfNow() {
        SigningSecrets secrets = secrets(path -> content, Await.PATIENCE);
        assertThat(signatures(secrets)).containsExactly(signature(FIRST));
        content = OTHER;
        assertThat(signatures(secrets)).containsExactly(signature(OTHER));
    }

    @Test
    void fileWithoutASecretIsNamedUntilItHasOne() {
        SigningSecrets secrets = secrets(path -> content, Await.PATIENCE);
        content = "";
        assertThatExceptionOfType(InvalidSecretException.class)
                .isThrownBy(secrets::keys)
                .withMessageStartingWith("secret-files[0] holds no valid secret");
        content = OTHER;
        assertThat(signatures(secrets)).containsExactly(signature(OTHER));
    }

    @Test
    void diskThatHangsHoldsUpOneRequestForAShortTime(CapturedOutput output) {
        CompletableFuture<Void> hangs = new CompletableFuture<>();
        SigningSecrets secrets = secrets(
                path -> {
                    String read = content;
                    if (read.equals(OTHER)) {
                        hangs.join();
                    }
                    return read;
                },
                Duration.ofMillis(100));
        content = OTHER;

        assertThat(signatures(secrets)).containsExactly(signature(FIRST));
        assertThat(signatures(secrets)).containsExactly(signature(FIRST));
        hangs.complete(null);
        Await.until("the file is read", () -> signatures(secrets).equals(List.of(signature(OTHER))));
        assertThat(output).contains("disk does not answer: [/run/secrets/crm]. Its content stays in use");
    }

    private static List<String> signatures(SigningSecrets secrets) {
        return secrets.keys().stream().map(key -> key.sign(BODY)).toList();
    }

    private static String signature(String secret) {
        return SigningKey.of(secret).sign(BODY);
    }

    private static SigningSecrets secrets(Function<Path, String> file, Duration patience) {
        return new SigningSecrets(List.of(), List.of(Path.of("/run/secrets/crm")), file, patience);
    }
}
