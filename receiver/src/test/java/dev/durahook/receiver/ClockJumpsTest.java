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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    @TempDir
    private Path folder;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());
    private final HttpClient client = HttpClient.newHttpClient();
    private Path secret;
    private Path other;
    private FakeFrontend temporal;
    private RunningReceiver receiver;

    @BeforeEach
    void start() throws IOException {
        secret = Files.writeString(folder.resolve("secret"), "whsec_first");
        other = Files.writeString(folder.resolve("other"), "first");
        temporal = FakeFrontend.start();
        receiver = RunningReceiver.by(
                clock,
                temporal.target(),
                "--durahook.sources.stripe.scheme=stripe",
                "--durahook.sources.stripe.secret-files=" + secret,
                "--durahook.sources.hub.scheme=github",
                "--durahook.sources.hub.secrets[0].file=" + other,
                "--durahook.sources.hub.secrets[0].overlap=1h");
    }

    @AfterEach
    void stop() {
        receiver.close();
        temporal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P3650D", "-P3650D"})
    void onlyWhatIsSignedWithATimeIsRefused(Duration jump) throws Exception {
        assertThat(stripe("before", "whsec_first")).isEqualTo(202);
        assertThat(receiver.sender().push("known", "{}").statusCode()).isEqualTo(202);

        ahead.set(jump);
        assertThat(stripe("meanwhile", "whsec_first")).isEqualTo(401);
        assertThat(receiver.sender().push("meanwhile", "{}").statusCode()).isEqualTo(202);
        assertThat(receiver.sender().push("known", "{}").statusCode()).isEqualTo(200);

        ahead.set(Duration.ZERO);
        assertThat(stripe("meanwhile", "whsec_first")).isEqualTo(202);
        assertThat(stripe("before", "whsec_first")).isEqualTo(200);
        assertThat(temporal.starts()).isEqualTo(4);
    }

    @Test
    void secretIsReadAgainAlsoIfTheClockHasGoneBack() throws Exception {
        assertThat(stripe("before", "whsec_first")).isEqualTo(202);
        // Within the tolerance of the signed time.
        ahead.set(Duration.ofMinutes(-2));
        Files.writeString(secret, "whsec_second");

        Await.until("the new secret verifies", () -> stripe("after", "whsec_second") / 100 == 2);
        assertThat(stripe("late", "whsec_first")).isEqualTo(401);
    }

    @Test
    void overlapOfSecretsLastsAsLongAsWithoutAJump() throws Exception {
        Files.writeString(other, "second");
        Await.until("the new secret verifies", () -> hub("after", "second") / 100 == 2);
        ahead.set(Duration.ofHours(3));
        assertThat(hub("former", "first")).isEqualTo(202);
    }

    @Test
    void secretOfAFileThatIsGoneStaysValidAsLongAsWithoutAJump(CapturedOutput output) throws Exception {
        Files.delete(other);
        Await.until("the file is missed", () -> {
            assertThat(hub("any", "first") / 100).isEqualTo(2);
            return output.toString().contains("stays valid for");
        });
        ahead.set(Duration.ofHours(3));
        assertThat(hub("meanwhile", "first")).isEqualTo(202);
    }

    private int stripe(String id, String key) {
        String body = "{\"id\":\"" + id + "\",\"type\":\"charge.failed\"}";
        long now = Instant.now().getEpochSecond();
        return post("stripe", body, "Stripe-Signature", "t=" + now + ",v1=" + hmac(now + "." + body, key));
    }

    // Signed without a time.
    private int hub(String id, String key) {
        String signature = "sha256=" + hmac("{}", key);
        return post("hub", "{}", "X-GitHub-Event", "push", "X-GitHub-Delivery", id, "X-Hub-Signature-256", signature);
    }

    private int post(String source, String body, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + receiver.port() + "/webhooks/" + source))
                .headers(headers)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
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
