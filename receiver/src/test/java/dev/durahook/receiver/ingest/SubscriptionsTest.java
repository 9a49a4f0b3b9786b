package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.HandshakeAnswers.assertEchoed;
import static dev.durahook.receiver.ingest.HandshakeAnswers.assertProblem;
import static dev.durahook.receiver.ingest.HandshakeAnswers.encoded;
import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.source.Declaration;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes that confirm a subscription to a declared topic, and to no other topic. */
class SubscriptionsTest {

    private static final String FEED = "https://example.com/feed?of=us";

    private static final String CONFIRMING = """
            confirming:
              scheme: custom
              secrets: [%s]
              topics: ['arn:aws:sns:eu-west-1:1:orders']
              id: {pointer: /MessageId}
              custom:
                signature: {header: X-Signature}
                handshakes:
                  - step: SubscriptionConfirmation
                    when: [{pointer: /Type, matches: SubscriptionConfirmation}]
                    topic: {pointer: /TopicArn}
                    visit:
                      url: {pointer: /SubscribeURL}
                      host: 'sns\\.[a-z0-9-]{1,30}\\.amazonaws\\.com(\\.cn)?'
                      query: 'Action=ConfirmSubscription&Token=[0-9]+'
            """.formatted(SECRET);

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of(
                "websub: {scheme: websub, secrets: [" + SECRET + "], topics: ['" + FEED + "']}", CONFIRMING);
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @AfterEach
    void nothingOfAHandshakeIsStored() {
        receiver.assertNothingStored();
    }

    // WebSub

    @Test
    void websubSubscribesToADeclaredTopic() throws Exception {
        assertEchoed(receiver.get(websub("subscribe", FEED) + "&hub.lease_seconds=864000"), "c1");
    }

    @Test
    void websubSubscribesToNothingElse() throws Exception {
        assertProblem(
                receiver.get(websub("subscribe", "https://evil.example/") + "&hub.lease_seconds=864000"),
                401,
                "not-verified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&hub.lease_seconds=", "&hub.lease_seconds=0", "&hub.lease_seconds=forever"})
    void websubSaysHowLong(String lease) throws Exception {
        assertThat(receiver.get(websub("subscribe", FEED) + lease).statusCode()).isEqualTo(405);
    }

    @Test
    void declaredSubscriptionCanNotBeEnded() throws Exception {
        assertProblem(receiver.get(websub("unsubscribe", FEED)), 401, "not-verified");
        assertEchoed(receiver.get(websub("unsubscribe", "https://example.com/former")), "c1");
    }

    @Test
    void aDeniedSubscriptionIsTakenNoteOf() throws Exception {
        assertThat(receiver.get("/webhooks/websub?hub.mode=denied&hub.topic=" + encoded(FEED))
                        .statusCode())
                .isEqualTo(200);
    }

    // A visit to confirm, as Amazon SNS wants it

    @Test
    void aDeclaredTopicIsConfirmed() throws Exception {
        String address = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1";

        assertThat(confirm("arn:aws:sns:eu-west-1:1:orders", address).statusCode())
                .isEqualTo(200);
        assertThat(Declaration.VISITED).containsExactly(URI.create(address));
    }

    @Test
    void anotherTopicIsNotConfirmed() throws Exception {
        String address = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1";

        assertProblem(confirm("arn:aws:sns:eu-west-1:1:other", address), 401, "not-verified");
        assertThat(Declaration.VISITED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1",
                "https://sns.eu-west-1.amazonaws.com.evil.example/?Action=ConfirmSubscription&Token=1",
                "https://evil.example/?Action=ConfirmSubscription&Token=1",
                "https://evil.example/?Action=ConfirmSubscription&Token=1#sns.eu-west-1.amazonaws.com",
                "https://sns.eu-west-1.amazonaws.com@evil.example/?Action=ConfirmSubscription&Token=1",
                "https://user@sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1",
                "https://sns.eu-west-1.amazonaws.com:8443/?Action=ConfirmSubscription&Token=1",
                "https://169.254.169.254/?Action=ConfirmSubscription&Token=1",
                "https://localhost/?Action=ConfirmSubscription&Token=1",
                "https://sns.amazonaws.com/?Action=ConfirmSubscription&Token=1",
                "https://SNS.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1",
                "https://sns.eu-west-1.amazonaws.com/else?Action=ConfirmSubscription&Token=1",
                "https://sns.eu-west-1.amazonaws.com/?Action=DeleteTopic&Token=1",
                "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1&Action=DeleteTopic",
                "file:///etc/passwd",
                "//sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1",
                "not a url"
            })
    void noOtherAddressIsVisited(String address) throws Exception {
        assertProblem(confirm("arn:aws:sns:eu-west-1:1:orders", address), 401, "not-verified");
        assertThat(Declaration.VISITED).isEmpty();
    }

    @Test
    void unsignedConfirmationIsNotVisited() throws Exception {
        String body = "{\"Type\":\"SubscriptionConfirmation\",\"TopicArn\":\"arn:aws:sns:eu-west-1:1:orders\","
                + "\"SubscribeURL\":\"https://sns.eu-west-1.amazonaws.com/\"}";

        assertProblem(receiver.post("/webhooks/confirming", body, "X-Signature", "0".repeat(64)), 401, "not-verified");
        assertThat(Declaration.VISITED).isEmpty();
    }

    private static String websub(String mode, String topic) {
        return "/webhooks/websub?hub.mode=" + mode + "&hub.challenge=c1&hub.topic=" + encoded(topic);
    }

    private static HttpResponse<String> confirm(String topic, String address) throws Exception {
        String body = "{\"Type\":\"SubscriptionConfirmation\",\"TopicArn\":\"" + topic + "\",\"SubscribeURL\":\""
                + address + "\"}";
        return receiver.post("/webhooks/confirming", body, "X-Signature", Signed.hex(body));
    }
}
