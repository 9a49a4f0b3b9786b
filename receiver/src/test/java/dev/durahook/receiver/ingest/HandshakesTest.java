package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.Signed.NOW;
import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.NewEvent;
import dev.durahook.receiver.source.Declaration;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every handshake of the catalogue over HTTP: as its provider sends it, and as an attacker would. */
class HandshakesTest {

    private static final List<String> PLAIN = List.of(
            "slack",
            "zoom",
            "twitch",
            "trello",
            "intercom",
            "nylas",
            "woocommerce",
            "twitter",
            "asana",
            "okta",
            "github");
    private static final String FEED = "https://example.com/feed?of=us";

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        Stream<String> plain = PLAIN.stream().map(HandshakesTest::plain);
        Stream<String> others = Stream.of(
                "meta: {scheme: meta, secrets: [" + SECRET + "], verify-token: 'shown, at Meta'}",
                "whatsapp: {scheme: whatsapp, secrets: [" + SECRET + "], verify-token: shown-at-meta}",
                "undeclared: {scheme: meta, secrets: [" + SECRET + "]}",
                "braintree: {scheme: braintree, secrets: ['the_public_key|the_private_key']}",
                "graph: {scheme: ms-graph, secrets: [" + SECRET + "]}",
                "websub: {scheme: websub, secrets: [" + SECRET + "], topics: ['" + FEED + "']}",
                CONFIRMING);
        receiver = ReceiverOverHttp.of(Stream.concat(plain, others).toArray(String[]::new));
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @AfterEach
    void nothingOfAHandshakeIsStored() {
        Map<String, NewEvent> stored = Map.copyOf(receiver.store().events);
        receiver.store().forget();
        Declaration.VISITED.clear();
        assertThat(stored).isEmpty();
    }

    // Slack

    @Test
    void slackReadsItsChallengeAgain() throws Exception {
        String body = "{\"token\":\"t\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV2595E9CY\",\"type\":\"url_verification\"}";

        assertEchoed(slack(body, Signed.hex("v0:" + NOW + ":" + body)), "3eZbrw1aBm2rZgRNFdxV2595E9CY");
    }

    @Test
    void slackHasToSignIt() throws Exception {
        String body = "{\"challenge\":\"3eZbrw1aBm2rZgRNFdxV2595E9CY\",\"type\":\"url_verification\"}";

        assertProblem(slack(body, Signed.hex(body)), 401, "not-verified");
        assertProblem(receiver.post("/webhooks/slack", body), 401, "not-verified");
    }

    @Test
    void whatABrowserCouldRunIsNotRepeated() throws Exception {
        String body = "{\"challenge\":\"<script>alert(1)</script>\",\"type\":\"url_verification\"}";

        assertProblem(slack(body, Signed.hex("v0:" + NOW + ":" + body)), 400, "malformed-handshake");
    }

    // Zoom

    @Test
    void zoomReadsItsTokenSigned() throws Exception {
        HttpResponse<String> answer = zoom("qgg8vlvZRS6UYooatFL8Aw");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\",\"encryptedToken\":\""
                        + Signed.hex("qgg8vlvZRS6UYooatFL8Aw") + "\"}");
    }

    @Test
    void nobodyElseGetsAnythingSignedByZoomsSecret() throws Exception {
        String body = "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"abc\"}}";

        assertProblem(receiver.post("/webhooks/zoom", body), 401, "not-verified");
    }

    @Test
    void zoomsAnswerIsNoSignatureOfADelivery() throws Exception {
        String forged = "{'event':'meeting.started'}".replace('\'', '"');

        assertProblem(zoom("v0:" + NOW + ":" + forged.replace("\"", "\\\"")), 400, "malformed-handshake");
        assertProblem(zoom("v0:" + NOW + ":1"), 400, "malformed-handshake");
    }

    // X

    @Test
    void xReadsItsTokenSigned() throws Exception {
        HttpResponse<String> answer = receiver.get("/webhooks/twitter?crc_token=uzwcfYtzr9&nonce=abc");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"response_token\":\"sha256=" + Signed.base64("uzwcfYtzr9") + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "[]", "\"text\"", "a b", "-1.5e3,"})
    void noEventIsSignedForAStranger(String event) throws Exception {
        assertProblem(receiver.get("/webhooks/twitter?crc_token=" + encoded(event)), 400, "malformed-handshake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "null", "uzwcfYtzr9", "1e9", "-7"})
    void whatWasSignedForAStrangerIsNoDelivery(String token) throws Exception {
        String learned =
                receiver.get("/webhooks/twitter?crc_token=" + encoded(token)).body();
        String signature = learned.substring(learned.indexOf("sha256="), learned.lastIndexOf('"'));

        HttpResponse<String> forged =
                receiver.post("/webhooks/twitter", token, "x-twitter-webhooks-signature", signature);

        assertThat(signature).isEqualTo("sha256=" + Signed.base64(token));
        assertProblem(forged, 401, "not-verified");
    }

    @Test
    void aTokenWithoutEndIsNotSigned() throws Exception {
        assertProblem(receiver.get("/webhooks/twitter?crc_token=" + "a".repeat(129)), 400, "malformed-handshake");
    }

    @Test
    void twoTokensAreNone() throws Exception {
        assertThat(receiver.get("/webhooks/twitter?crc_token=a&crc_token=b").statusCode())
                .isEqualTo(405);
    }

    // Meta and WhatsApp

    @Test
    void metaReadsItsChallengeAgain() throws Exception {
        assertEchoed(receiver.get(meta("meta", "shown, at Meta")), "1158201444");
        assertEchoed(receiver.get(meta("whatsapp", "shown-at-meta")), "1158201444");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shown", "", "SHOWN, AT META", "shown, at Meta ", "the-secret"})
    void anotherVerifyTokenIsRefused(String token) throws Exception {
        assertProblem(receiver.get(meta("meta", token)), 401, "not-verified");
    }

    @Test
    void withoutADeclaredVerifyTokenEveryoneIsRefused() throws Exception {
        assertProblem(receiver.get(meta("undeclared", "shown, at Meta")), 401, "not-verified");
        assertProblem(receiver.get(meta("undeclared", "")), 401, "not-verified");
    }

    @Test
    void anotherModeIsNoHandshake() throws Exception {
        String unsubscribe = meta("meta", "shown, at Meta").replace("subscribe", "unsubscribe");

        assertThat(receiver.get(unsubscribe).statusCode()).isEqualTo(405);
    }

    // Echoes

    @Test
    void oktaReadsItsChallengeAgain() throws Exception {
        HttpResponse<String> answer =
                receiver.get("/webhooks/okta", "X-Okta-Verification-Challenge", "Z3mmeSgaqvRTWKNWRSFNqjJGy");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"verification\":\"Z3mmeSgaqvRTWKNWRSFNqjJGy\"}");
    }

    @Test
    void oktasChallengeCannotBreakOutOfItsAnswer() throws Exception {
        HttpResponse<String> answer =
                receiver.get("/webhooks/okta", "X-Okta-Verification-Challenge", "a\",\"verification\":\"b");

        assertProblem(answer, 400, "malformed-handshake");
    }

    @Test
    void nylasReadsItsChallengeAgainAndItsLength() throws Exception {
        HttpResponse<String> answer = receiver.get("/webhooks/nylas?challenge=bc609b38-c81f-47fb");

        assertEchoed(answer, "bc609b38-c81f-47fb");
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a\r\nSet-Cookie: a=b", "é", "{\"a\":1}", "a&lt;b"})
    void whatNoProviderSendsIsNotRepeated(String challenge) throws Exception {
        assertProblem(receiver.get("/webhooks/nylas?challenge=" + encoded(challenge)), 400, "malformed-handshake");
    }

    @Test
    void aLongChallengeIsNotRepeated() throws Exception {
        assertEchoed(receiver.get("/webhooks/nylas?challenge=" + "a".repeat(512)), "a".repeat(512));
        assertProblem(receiver.get("/webhooks/nylas?challenge=" + "a".repeat(513)), 400, "malformed-handshake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?challenge=", "?other=1", "?challenge=a&challenge=b"})
    void aRequestWithoutAChallengeIsNone(String query) throws Exception {
        assertThat(receiver.get("/webhooks/nylas" + query).statusCode()).isEqualTo(405);
    }

    // Twitch

    @Test
    void twitchReadsItsChallengeAgain() throws Exception {
        String body = "{\"challenge\":\"11535768-497e-14ec\",\"subscription\":"
                + "{\"status\":\"webhook_callback_verification_pending\",\"type\":\"channel.follow\"}}";

        assertEchoed(twitch(body, Signed.hex("m12023-11-14T22:13:20Z" + body)), "11535768-497e-14ec");
        assertProblem(twitch(body, Signed.hex(body)), 401, "not-verified");
    }

    // Braintree

    @Test
    void braintreeReadsItsChallengeSigned() throws Exception {
        HttpResponse<String> answer = receiver.get("/webhooks/braintree?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("the_public_key\\|[0-9a-f]{40}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bt_signature=%s&bt_payload=20f9f8ed05f77439fe955c977e4c8a53",
                "bt_payload=20f9f8ed05f77439fe955c977e4c8a53&bt_signature=%s",
                "bt_signature=%s&bt_payload=20f9f8ed05f77439fe955c977e4c8a%%353",
                "bt_signature=%s&bt%%5Fpayload=20f9f8ed05f77439fe955c977e4c8a53",
                "bt_signature=%s&bt_payload=20f9f8ed05f77439fe955c977e4c8a53&padding="
            })
    void whatBraintreesKeySignedForAStrangerIsNoDelivery(String form) throws Exception {
        String learned = receiver.get("/webhooks/braintree?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53")
                .body();

        // The last one is larger than a body that is searched for a handshake.
        String forged = form.formatted(encoded(learned)) + (form.endsWith("padding=") ? "x".repeat(20_000) : "");
        assertProblem(
                receiver.post("/webhooks/braintree", forged, "Content-Type", "application/x-www-form-urlencoded"),
                401,
                "not-verified");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PGE+",
                "20F9F8ED05F77439FE955C977E4C8A53",
                "20f9f8ed05f77439fe9",
                "20f9f8ed05f77439fe955c977e4c8a530"
            })
    void noPayloadOfBraintreeIsSignedForAStranger(String challenge) throws Exception {
        assertProblem(
                receiver.get("/webhooks/braintree?bt_challenge=" + encoded(challenge)), 400, "malformed-handshake");
    }

    // Microsoft Graph

    @Test
    void graphReadsItsTokenAgain() throws Exception {
        String token = "Validation: Testing client application reachability for subscription Request-Id: 3bb3ff05-1c";

        assertEchoed(receiver.post("/webhooks/graph?validationToken=" + encoded(token), ""), token);
        assertProblem(
                receiver.post("/webhooks/graph?validationToken=" + encoded("<img src=x>"), ""),
                400,
                "malformed-handshake");
    }

    // Asana

    @Test
    void asanaReadsItsSecretAgain() throws Exception {
        String secret = "b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81";

        HttpResponse<String> answer = receiver.post("/webhooks/asana", "{}", "X-Hook-Secret", secret);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Hook-Secret")).hasValue(secret);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aSecretThatAStrangerHandsOverVerifiesNothing() throws Exception {
        receiver.post("/webhooks/asana", "{}", "X-Hook-Secret", "thestrangerssecret");

        String body = "{\"events\":[{\"action\":\"added\",\"resource\":{\"resource_type\":\"task\"}}]}";
        HttpResponse<String> forged =
                receiver.post("/webhooks/asana", body, "X-Hook-Signature", Signed.hexWith("thestrangerssecret", body));

        assertProblem(forged, 401, "not-verified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a space in it!", "semi;colon;semi;colon"})
    void whatIsNoSecretIsNotRepeated(String secret) throws Exception {
        assertProblem(receiver.post("/webhooks/asana", "{}", "X-Hook-Secret", secret), 400, "malformed-handshake");
    }

    // HEAD and ping

    @ParameterizedTest
    @ValueSource(strings = {"trello", "intercom"})
    void headIsAnsweredWhereItIsAHandshake(String source) throws Exception {
        assertThat(receiver.head("/webhooks/" + source).statusCode()).isEqualTo(200);
        assertThat(receiver.get("/webhooks/" + source).statusCode()).isEqualTo(405);
    }

    @Test
    void woocommercesPingIsAnswered() throws Exception {
        HttpResponse<String> answer = receiver.post(
                "/webhooks/woocommerce", "webhook_id=123", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook_id=", "webhook_id=1&a=2", "webhook_id=x", " webhook_id=1", "{\"webhook_id\":1}"})
    void whatOnlyLooksLikeAPingHasToBeSigned(String body) throws Exception {
        assertProblem(receiver.post("/webhooks/woocommerce", body), 401, "not-verified");
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
    void nobodyEndsASubscriptionThatIsDeclared() throws Exception {
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

    private static final String CONFIRMING = """
            confirming:
              scheme: hmac
              secrets: [%s]
              topics: ['arn:aws:sns:eu-west-1:1:orders']
              hmac:
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
    void nobodyElseSendsUsAnywhere() throws Exception {
        String body = "{\"Type\":\"SubscriptionConfirmation\",\"TopicArn\":\"arn:aws:sns:eu-west-1:1:orders\","
                + "\"SubscribeURL\":\"https://sns.eu-west-1.amazonaws.com/\"}";

        assertProblem(receiver.post("/webhooks/confirming", body, "X-Signature", "0".repeat(64)), 401, "not-verified");
        assertThat(Declaration.VISITED).isEmpty();
    }

    // All of them

    static Stream<String> sourcesWithoutGet() {
        return Stream.of("github", "slack", "zoom", "twitch", "asana", "woocommerce", "confirming");
    }

    @ParameterizedTest
    @MethodSource("sourcesWithoutGet")
    void whereNoHandshakeIsAGetItIs405(String source) throws Exception {
        HttpResponse<String> answer =
                receiver.get("/webhooks/" + source + "?challenge=1&hub.mode=subscribe&hub.challenge=1");

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(receiver.head("/webhooks/" + source).statusCode()).isEqualTo(405);
    }

    @Test
    void aHandshakeIsCountedAsOne() throws Exception {
        long before = receiver.count("nylas", "handshake");

        receiver.get("/webhooks/nylas?challenge=a");
        receiver.get("/webhooks/nylas?challenge=%3C");

        assertThat(receiver.count("nylas", "handshake")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"nylas, ?challenge=a", "twitter, ?crc_token=a"})
    void aPostIsNeverTakenForAGet(String source, String query) throws Exception {
        assertProblem(receiver.post("/webhooks/" + source + query, "{}"), 401, "not-verified");
    }

    private static String plain(String scheme) {
        String url = scheme.equals("trello") ? ", public-url: 'https://example.com/trello'" : "";
        return scheme + ": {scheme: " + scheme + ", secrets: [" + SECRET + "]" + url + "}";
    }

    private static HttpResponse<String> slack(String body, String signature) throws Exception {
        return receiver.post(
                "/webhooks/slack", body, "X-Slack-Request-Timestamp", NOW, "X-Slack-Signature", "v0=" + signature);
    }

    private static HttpResponse<String> zoom(String token) throws Exception {
        String body = "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"" + token + "\"}}";
        String signature = "v0=" + Signed.hex("v0:" + NOW + ":" + body);
        return receiver.post("/webhooks/zoom", body, "x-zm-request-timestamp", NOW, "x-zm-signature", signature);
    }

    private static HttpResponse<String> twitch(String body, String signature) throws Exception {
        return receiver.post(
                "/webhooks/twitch",
                body,
                "Twitch-Eventsub-Message-Id",
                "m1",
                "Twitch-Eventsub-Message-Timestamp",
                "2023-11-14T22:13:20Z",
                "Twitch-Eventsub-Message-Signature",
                "sha256=" + signature);
    }

    private static HttpResponse<String> confirm(String topic, String address) throws Exception {
        String body = "{\"Type\":\"SubscriptionConfirmation\",\"TopicArn\":\"" + topic + "\",\"SubscribeURL\":\""
                + address + "\"}";
        return receiver.post("/webhooks/confirming", body, "X-Signature", Signed.hex(body));
    }

    private static String meta(String source, String token) {
        return "/webhooks/" + source + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
                + encoded(token);
    }

    private static String websub(String mode, String topic) {
        return "/webhooks/websub?hub.mode=" + mode + "&hub.challenge=c1&hub.topic=" + encoded(topic);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertEchoed(HttpResponse<String> answer, String challenge) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.body()).isEqualTo(challenge);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"urn:durahook:problem:" + type + "\"");
    }
}
