package dev.durahook.worker.destination.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.destination.signing.SigningKey;
import dev.durahook.worker.destination.signing.StandardWebhooks;
import dev.durahook.workflows.WebhookEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The request that a destination receives. */
class RequestTest {

    private static final String OTHER_SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("another secret, of 26 bytes".getBytes(UTF_8));

    private final MockWebServer server = new MockWebServer();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isAPostOfTheBodyWithTheEventsFacts() {
        RecordedRequest request = deliver(crm());
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/events?tenant=7");
        assertThat(request.getBody().toByteArray()).isEqualTo(CrmSender.BODY);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("9");
        assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo("stripe:evt_1");
        assertThat(request.getHeaders().get("Durahook-Event-Type")).isEqualTo("stripe.charge.failed");
        assertThat(request.getHeaders().get("Durahook-Source")).isEqualTo("stripe");
        assertThat(request.getHeaders().get("Durahook-Attempt")).isEqualTo("3");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Durahook");
    }

    @Test
    void isSignedOverItsExactBytes() {
        byte[] binary = {0, (byte) 0xff, (byte) 0xfe, '\r', '\n', (byte) 0x80};
        RecordedRequest request = deliver(crm(), CrmSender.EVENT, binary);
        assertThat(request.getBody().toByteArray()).isEqualTo(binary);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(request.getHeaders().get("webhook-id")).isEqualTo("stripe:evt_1");
        assertThat(request.getHeaders().get("webhook-timestamp"))
                .isEqualTo(Long.toString(CrmSender.NOW.getEpochSecond()));
        assertThat(request.getHeaders().get("webhook-signature"))
                .isEqualTo(StandardWebhooks.headers(
                                "stripe:evt_1",
                                CrmSender.NOW,
                                request.getBody().toByteArray(),
                                List.of(SigningKey.of(CrmDeclaration.SECRET)))
                        .get("webhook-signature"));
    }

    @Test
    void bodyMayBeEmpty() {
        RecordedRequest request = deliver(crm(), CrmSender.EVENT, new byte[0]);
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
    }

    @Test
    void isSignedWithTheSecretThatTheFileHoldsNow() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), CrmDeclaration.SECRET);
        CrmDeclaration declared = crm().without("secrets").with("secret-files", file.toString());
        try (CrmSender crm = CrmSender.to(declared)) {
            String before = deliver(crm).getHeaders().get("webhook-signature");
            Files.writeString(file, OTHER_SECRET + "\n");
            String after = deliver(crm).getHeaders().get("webhook-signature");
            assertThat(after).startsWith("v1,").isNotEqualTo(before);
        }
    }

    @Test
    void whileSecretsAreReplacedEachSigns() {
        assertThat(deliver(crm().with("secrets", CrmDeclaration.SECRET + "," + OTHER_SECRET))
                        .getHeaders()
                        .get("webhook-signature"))
                .matches("v1,[^ ]+ v1,[^ ]+");
    }

    @Test
    void isNotSignedIfTheDestinationVerifiesNothing() {
        RecordedRequest request = deliver(crm().without("secrets").with("signature", "none"));
        assertThat(request.getHeaders().get("webhook-signature")).isNull();
        assertThat(request.getHeaders().get("webhook-id")).isEqualTo("stripe:evt_1");
    }

    @Test
    void hasTheOriginalContentTypeAndTheChosenHeadersAlone() {
        WebhookEvent event = CrmSender.event(Map.of(
                "content-type", "application/json; charset=utf-8",
                "x-github-event", "push",
                "x-other", "1",
                "x-umlaut", "ü"));
        RecordedRequest request =
                deliver(crm().with("headers", "X-GitHub-Event,X-Umlaut,X-Absent"), event, CrmSender.BODY);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(request.getHeaders().get("X-GitHub-Event")).isEqualTo("push");
        assertThat(request.getHeaders().get("X-Other")).isNull();
        assertThat(request.getHeaders().get("X-Umlaut")).isNull();
        assertThat(request.getHeaders().get("X-Absent")).isNull();
    }

    @Test
    void hasHeadersOfTheDestinationsOwn() {
        RecordedRequest request = deliver(crm().with("request-headers.Authorization", "Bearer abc"));
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer abc");
    }

    @Test
    void eachHasAConnectionOfItsOwn() {
        try (CrmSender crm = CrmSender.to(crm())) {
            assertThat(deliver(crm).getConnectionIndex()).isZero();
            RecordedRequest second = deliver(crm);
            assertThat(second.getConnectionIndex()).isEqualTo(1);
            assertThat(second.getHeaders().get("Connection")).isEqualTo("close");
        }
    }

    private CrmDeclaration crm() {
        return CrmDeclaration.crm(server.url("/events?tenant=7").toString());
    }

    private RecordedRequest deliver(CrmDeclaration declared) {
        return deliver(declared, CrmSender.EVENT, CrmSender.BODY);
    }

    private RecordedRequest deliver(CrmDeclaration declared, WebhookEvent event, byte[] body) {
        try (CrmSender crm = CrmSender.to(declared)) {
            return deliver(crm, event, body);
        }
    }

    private RecordedRequest deliver(CrmSender crm) {
        return deliver(crm, CrmSender.EVENT, CrmSender.BODY);
    }

    private RecordedRequest deliver(CrmSender crm, WebhookEvent event, byte[] body) {
        server.enqueue(new MockResponse.Builder().code(200).body("ok").build());
        assertThat(crm.send(event, body).status()).isEqualTo(200);
        return take(server);
    }

    private static RecordedRequest take(MockWebServer server) {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
