package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * The clock of a receiver jumps. What is signed with a time is refused meanwhile, all else is stored as before, and
 * nothing has to be restarted when the clock is right again.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClockJumpsTest {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    private static final InstantSource CLOCK = () -> Instant.now().plus(AHEAD.get());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static FakeFrontend temporal;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() throws IOException {
        temporal = FakeFrontend.start();
        receiver = RunningReceiver.by(
                CLOCK,
                temporal.target(),
                "--durahook.sources.stripe.scheme=stripe",
                "--durahook.sources.stripe.secrets=whsec_first",
                "--durahook.sources.replaced.scheme=stripe",
                "--durahook.sources.replaced.secret-files=" + file("replaced", "whsec_first"),
                "--durahook.sources.overlapping.scheme=github",
                "--durahook.sources.overlapping.secrets[0].file=" + file("overlapping", "first"),
                "--durahook.sources.overlapping.secrets[0].overlap=1h",
                "--durahook.sources.gone.scheme=github",
                "--durahook.sources.gone.secrets[0].file=" + file("gone", "first"),
                "--durahook.sources.gone.secrets[0].overlap=1h");
    }

    private static Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @AfterEach
    void correctTheClock() {
        AHEAD.set(Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        receiver.close();
        temporal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P3650D", "-P3650D"})
    void onlyWhatIsSignedWithATimeIsRefused(Duration jump) throws Exception {
        int starts = temporal.starts();
        String before = "before" + jump;
        String meanwhile = "meanwhile" + jump;
        assertThat(stripe("stripe", before, "whsec_first")).isEqualTo(202);
        assertThat(receiver.sender().push(before, "{}").statusCode()).isEqualTo(202);

        AHEAD.set(jump);
        assertThat(stripe("stripe", meanwhile, "whsec_first")).isEqualTo(401);
        assertThat(receiver.sender().push(meanwhile, "{}").statusCode()).isEqualTo(202);
        assertThat(receiver.sender().push(before, "{}").statusCode()).isEqualTo(200);

        AHEAD.set(Duration.ZERO);
        assertThat(stripe("stripe", meanwhile, "whsec_first")).isEqualTo(202);
        assertThat(stripe("stripe", before, "whsec_first")).isEqualTo(200);
        assertThat(temporal.starts()).isEqualTo(starts + 4);
    }

    @Test
    void secretIsReadAgainAlsoIfTheClockHasGoneBack() throws Exception {
        assertThat(stripe("replaced", "before", "whsec_first")).isEqualTo(202);
        // Within the tolerance of the signed time.
        AHEAD.set(Duration.ofMinutes(-2));
        file("replaced", "whsec_second");

        Await.until("the new secret verifies", () -> stripe("replaced", "after", "whsec_second") / 100 == 2);
        assertThat(stripe("replaced", "late", "whsec_first")).isEqualTo(401);
    }

    @Test
    void overlapOfSecretsLastsAsLongAsWithoutAJump() throws Exception {
        file("overlapping", "second");
        Await.until("the new secret verifies", () -> github("overlapping", "after", "second") / 100 == 2);
        AHEAD.set(Duration.ofHours(3));
        assertThat(github("overlapping", "former", "first")).isEqualTo(202);
    }

    @Test
    void secretOfAFileThatIsGoneStaysValidAsLongAsWithoutAJump(CapturedOutput output) throws Exception {
        Files.delete(folder.resolve("gone"));
        Await.until("the file is missed", () -> {
            assertThat(github("gone", "any", "first") / 100).isEqualTo(2);
            return output.toString().contains("stays valid for");
        });
        AHEAD.set(Duration.ofHours(3));
        assertThat(github("gone", "meanwhile", "first")).isEqualTo(202);
    }

    private static int stripe(String source, String id, String key) {
        String body = "{\"id\":\"" + id + "\",\"type\":\"charge.failed\"}";
        long now = Instant.now().getEpochSecond();
        return post(source, body, "Stripe-Signature", "t=" + now + ",v1=" + hmac(now + "." + body, key));
    }

    // Signed without a time.
    private static int github(String source, String id, String key) {
        String signature = "sha256=" + hmac("{}", key);
        return post(source, "{}", "X-GitHub-Event", "push", "X-GitHub-Delivery", id, "X-Hub-Signature-256", signature);
    }

    private static int post(String source, String body, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + receiver.port() + "/webhooks/" + source))
                .headers(headers)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String text, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
