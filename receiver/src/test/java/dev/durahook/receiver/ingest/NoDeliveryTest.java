package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.HandshakeAnswers.assertEchoed;
import static dev.durahook.receiver.ingest.HandshakeAnswers.assertProblem;
import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests over HTTP without an event: nothing of them is stored. */
class NoDeliveryTest {

    private static final String STRAVA = "/webhooks/strava?hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s";

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of(
                plain("dropbox"),
                plain("line"),
                plain("github"),
                plain("nylas"),
                plain("trello").replace("}", ", public-url: 'https://example.com/trello'}"),
                plain("salesforce-marketing-cloud"),
                "strava: {scheme: strava, secrets: ['120475'], guarded-by: secret-url, verify-token: shown-by-strava}");
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @AfterEach
    void nothingIsStored() {
        receiver.assertNothingStored();
    }

    @Test
    void dropboxReadsItsChallengeAgain() throws Exception {
        HttpResponse<String> answer = receiver.get("/webhooks/dropbox?challenge=0yN3z5-aB_9");

        assertEchoed(answer, "0yN3z5-aB_9");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void stravaReadsItsChallengeAgainInJson() throws Exception {
        assertThat(receiver.get(STRAVA.formatted("15f7d1a91c1f40f8", "shown-by-strava"))
                        .body())
                .isEqualTo("{\"hub.challenge\":\"15f7d1a91c1f40f8\"}");
    }

    @Test
    void stravasTokenHasToBeShown() throws Exception {
        assertProblem(receiver.get(STRAVA.formatted("15f7d1a91c1f40f8", "guess")), 401, "not-verified");
    }

    @Test
    void stravasChallengeCannotBreakOutOfItsAnswer() throws Exception {
        assertProblem(receiver.get(STRAVA.formatted("%22%7D", "shown-by-strava")), 400, "malformed-handshake");
    }

    @Test
    void anotherSubscriptionOfStravaIsRefused() throws Exception {
        String body = "{\"object_type\":\"activity\",\"aspect_type\":\"create\",\"subscription_id\":%s}";

        assertProblem(receiver.post("/webhooks/strava", body.formatted("120476")), 401, "not-verified");
        assertProblem(receiver.post("/webhooks/strava", body.formatted("\"120475\"")), 401, "not-verified");
    }

    @Test
    void marketingCloudsVerificationIsAnsweredAndNotKept() throws Exception {
        String body = "{\"callbackId\":\"a1b2-c3\",\"verificationKey\":\"d4e5-f6\"}";

        HttpResponse<String> answer = receiver.post("/webhooks/salesforce-marketing-cloud", body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void lineVerifiesAnAddressWithADeliveryOfNoEvents() throws Exception {
        String body = "{\"destination\":\"xxxxxxxxxx\",\"events\":[]}";

        HttpResponse<String> answer = receiver.post("/webhooks/line", body, "x-line-signature", Signed.base64(body));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aDeliveryOfNoEventsHasToBeSignedAsWell() throws Exception {
        String body = "{\"destination\":\"xxxxxxxxxx\",\"events\":[]}";

        assertProblem(
                receiver.post("/webhooks/line", body, "x-line-signature", Signed.base64(body + " ")),
                401,
                "not-verified");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"github|POST", "nylas|GET, POST", "dropbox|GET, POST", "trello|HEAD, POST", "strava|GET, POST"})
    void answerToAnotherMethodNamesTheAllowedMethods(String source, String methods) throws Exception {
        HttpResponse<String> answer = receiver.send("PUT", "/webhooks/" + source, "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(methods);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nylas", "dropbox"})
    void answerToAGetWithoutAHandshakeNamesThemToo(String source) throws Exception {
        HttpResponse<String> answer = receiver.get("/webhooks/" + source);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
    }

    private static String plain(String scheme) {
        return "%s: {scheme: %s, secrets: [%s]}".formatted(scheme, scheme, SECRET);
    }
}
