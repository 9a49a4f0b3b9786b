package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.HandshakeAnswers.assertEchoed;
import static dev.durahook.receiver.ingest.HandshakeAnswers.assertProblem;
import static dev.durahook.receiver.ingest.HandshakeAnswers.encoded;
import static dev.durahook.receiver.ingest.Signed.NOW;
import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
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
            "slack-form",
            "twitch",
            "trello",
            "intercom",
            "nylas",
            "woocommerce",
            "bitbucket-server",
            "twitter",
            "asana",
            "okta",
            "github");

    private static final Ed25519 DISCORD = Ed25519.generate();

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        Stream<String> plain = PLAIN.stream().map(HandshakesTest::plain);
        Stream<String> others = Stream.of(
                "meta: {scheme: meta, secrets: [" + SECRET + "], verify-token: 'shown, at Meta'}",
                "whatsapp: {scheme: whatsapp, secrets: [" + SECRET + "], verify-token: shown-at-meta}",
                "undeclared: {scheme: meta, secrets: [" + SECRET + "]}",
                "lark: {scheme: lark, secrets: [" + SECRET + "], verify-token: shown-by-lark}",
                "discord: {scheme: discord, secrets: [" + DISCORD.publicKey() + "]}",
                "graph: {scheme: ms-graph, secrets: [" + SECRET + "]}");
        receiver = ReceiverOverHttp.of(Stream.concat(plain, others).toArray(String[]::new));
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @AfterEach
    void nothingOfAHandshakeIsStored() {
        receiver.assertNothingStored();
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
    void challengeThatABrowserCouldRunIsNotRepeated() throws Exception {
        String body = "{\"challenge\":\"<script>alert(1)</script>\",\"type\":\"url_verification\"}";

        assertProblem(slack(body, Signed.hex("v0:" + NOW + ":" + body)), 400, "malformed-handshake");
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
    void otherModeIsNotAHandshake() throws Exception {
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
    void challengeThatNoProviderSendsIsNotRepeated(String challenge) throws Exception {
        assertProblem(receiver.get("/webhooks/nylas?challenge=" + encoded(challenge)), 400, "malformed-handshake");
    }

    @Test
    void aLongChallengeIsNotRepeated() throws Exception {
        assertEchoed(receiver.get("/webhooks/nylas?challenge=" + "a".repeat(512)), "a".repeat(512));
        assertProblem(receiver.get("/webhooks/nylas?challenge=" + "a".repeat(513)), 400, "malformed-handshake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?challenge=", "?other=1", "?challenge=a&challenge=b"})
    void requestWithoutAChallengeIsNotAHandshake(String query) throws Exception {
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

    // Discord

    @Test
    void discordsPingIsAnsweredWithNothing() throws Exception {
        String ping = "{\"version\":1,\"application_id\":\"1\",\"type\":0}";

        HttpResponse<String> answer = discord(ping, DISCORD.signed(NOW + ping));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertProblem(discord(ping, DISCORD.signed(NOW + ping + " ")), 401, "not-verified");
    }

    // Lark

    @Test
    void larkReadsItsChallengeAgain() throws Exception {
        String plain = lark("url_verification", "shown-by-lark", "ajls384kdjx98XX");

        HttpResponse<String> answer = receiver.post("/webhooks/lark", LarkEnvelope.sealed(SECRET, plain));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"challenge\":\"ajls384kdjx98XX\"}");
    }

    @Test
    void decryptedTextIsNotShownToAttackers() throws Exception {
        String genuine = LarkEnvelope.sealed(SECRET, lark("url_verification", "shown-by-lark", "a"));
        List<String> attempts = List.of(
                LarkEnvelope.sealed("another-key", lark("url_verification", "shown-by-lark", "a")),
                LarkEnvelope.sealed(SECRET, lark("url_verification", "a-guess", "a")),
                LarkEnvelope.sealed(SECRET, lark("event_callback", "shown-by-lark", "a")),
                LarkEnvelope.sealed(SECRET, "no JSON"),
                genuine.substring(0, genuine.length() - 6) + "AA==\"}",
                "{\"encrypt\":\"AAAA\"}",
                lark("url_verification", "a-guess", "a"));

        for (String attempt : attempts) {
            HttpResponse<String> answer = receiver.post("/webhooks/lark", attempt);
            assertProblem(answer, 401, "not-verified");
            assertThat(answer.body())
                    .isEqualTo(receiver.post("/webhooks/lark", "{}").body());
        }
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
    void invalidHookSecretIsNotRepeated(String secret) throws Exception {
        assertProblem(receiver.post("/webhooks/asana", "{}", "X-Hook-Secret", secret), 400, "malformed-handshake");
    }

    // HEAD and ping

    @ParameterizedTest
    @ValueSource(strings = {"trello", "intercom"})
    void headIsAnsweredIfItIsAHandshake(String source) throws Exception {
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
    void bodyThatOnlyLooksLikeAPingMustBeSigned(String body) throws Exception {
        assertProblem(receiver.post("/webhooks/woocommerce", body), 401, "not-verified");
    }

    @Test
    void slacksCheckOfTheCertificateIsAnswered() throws Exception {
        HttpResponse<String> answer = receiver.post(
                "/webhooks/slack-form",
                "ssl_check=1&token=gIkuvaNzQIHg97ATvDxqgjtO",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl_check=1",
                "ssl_check=0&token=a",
                "ssl_check=1&token=",
                "ssl_check=1&token=a&command=%2Fdeploy",
                "command=%2Fdeploy&ssl_check=1&token=a",
                "ssl_check=1&token=a%26command"
            })
    void bodyThatOnlyLooksLikeACheckOfTheCertificateMustBeSigned(String body) throws Exception {
        assertProblem(receiver.post("/webhooks/slack-form", body), 401, "not-verified");
    }

    @Test
    void bitbucketsTestOfTheConnectionIsAnswered() throws Exception {
        HttpResponse<String> answer =
                receiver.post("/webhooks/bitbucket-server", "{\"test\": true}", "X-Event-Key", "diagnostics:ping");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertProblem(
                receiver.post("/webhooks/bitbucket-server", "{}", "X-Event-Key", "repo:refs_changed"),
                401,
                "not-verified");
    }

    // All of them

    static Stream<String> sourcesWithoutGet() {
        return Stream.of("github", "slack", "twitch", "asana", "woocommerce", "discord");
    }

    @ParameterizedTest
    @MethodSource("sourcesWithoutGet")
    void getWithoutAHandshakeByGetIs405(String source) throws Exception {
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

    private static String lark(String type, String token, String challenge) {
        return "{\"challenge\":\"" + challenge + "\",\"token\":\"" + token + "\",\"type\":\"" + type + "\"}";
    }

    private static HttpResponse<String> discord(String body, String signature) throws Exception {
        return receiver.post("/webhooks/discord", body, "X-Signature-Timestamp", NOW, "X-Signature-Ed25519", signature);
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

    private static String meta(String source, String token) {
        return "/webhooks/" + source + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
                + encoded(token);
    }
}
