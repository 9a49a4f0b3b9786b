package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.HandshakeAnswers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request with OPTIONS by which a sender of CloudEvents asks whether it may send here. */
class WebhookPermissionTest {

    private static final String ORIGIN = "WebHook-Request-Origin";
    private static final String RATE = "WebHook-Request-Rate";

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of(
                "events: {scheme: cloudevents, secrets: [t]}",
                "grid: {scheme: cloudevents, secrets: [t], topics: [eventgrid.azure.net]}",
                "github: {scheme: github, secrets: [t]}");
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @AfterEach
    void nothingOfAHandshakeIsStored() {
        receiver.assertNothingStored();
    }

    @Test
    void senderIsAllowedAnyRate() throws Exception {
        HttpResponse<String> answer = options("/webhooks/events", ORIGIN, "eventemitter.example.com", RATE, "120");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("WebHook-Allowed-Origin")).containsExactly("eventemitter.example.com");
        assertThat(answer.headers().allValues("WebHook-Allowed-Rate")).containsExactly("*");
        assertThat(answer.headers().allValues("Allow")).containsExactly("POST");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void onlyADeclaredSenderGetsPermission() throws Exception {
        assertThat(options("/webhooks/grid", ORIGIN, "eventgrid.azure.net")
                        .headers()
                        .firstValue("WebHook-Allowed-Origin"))
                .hasValue("eventgrid.azure.net");

        HttpResponse<String> other = options("/webhooks/grid", ORIGIN, "flood.example.com");
        assertProblem(other, 401, "not-verified");
        assertNoPermission(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "<script>", "a,b", "*", "a;b", "a/b", "-", "."})
    void invalidSenderNameIsNotRepeated(String origin) throws Exception {
        HttpResponse<String> answer = options("/webhooks/events", ORIGIN, origin);

        assertProblem(answer, 400, "malformed-handshake");
        assertNoPermission(answer);
    }

    @Test
    void twoSendersAreRefused() throws Exception {
        HttpResponse<String> answer = options("/webhooks/events", ORIGIN, "a.example.com", ORIGIN, "b.example.com");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertNoPermission(answer);
    }

    // The request that a browser sends before a request across origins; it gets no permission.
    @Test
    void otherOptionsRequestIsNotAHandshake() throws Exception {
        HttpResponse<String> answer = options("/webhooks/events", "Access-Control-Request-Method", "POST");

        assertProblem(answer, 405, "method-not-allowed");
        assertNoPermission(answer);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aSourceOfAnotherSchemeDoesNotKnowTheQuestion() throws Exception {
        assertProblem(options("/webhooks/github", ORIGIN, "eventgrid.azure.net"), 405, "method-not-allowed");
        assertThat(options("/webhooks/unknown", ORIGIN, "eventgrid.azure.net").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPostIsNeverTakenForTheQuestion() throws Exception {
        HttpResponse<String> answer = receiver.post("/webhooks/events", "{}", ORIGIN, "eventgrid.azure.net");

        assertProblem(answer, 401, "not-verified");
        assertNoPermission(answer);
    }

    private static void assertNoPermission(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("WebHook-Allowed-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("WebHook-Allowed-Rate")).isEmpty();
    }

    private static HttpResponse<String> options(String path, String... headers) throws Exception {
        return receiver.send("OPTIONS", path, "", headers);
    }
}
