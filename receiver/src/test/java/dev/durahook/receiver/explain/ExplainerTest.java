package dev.durahook.receiver.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For each cause, a delivery that fails for this cause, signed here with the JDK alone. */
class ExplainerTest {

    private static final String SECRET = "It's a Secret to Everybody";
    private static final String QUOTED = "\"" + SECRET + "\"";
    private static final String BODY = "{\"b\": \"ä/ö\", \"a\": [1, 2.50, {}]}";
    private static final String GITHUB = "github: {scheme: github, secrets: [" + QUOTED + "]}";
    private static final long NOW = 1_700_000_000L;

    @Test
    void genuine() throws Exception {
        Explanation explanation = explain(
                "github: {scheme: github, secrets: [other, {value: " + QUOTED + ", name: blue}]}",
                github(BODY, "sha256=" + hex("HmacSHA256", SECRET, BODY)));

        assertThat(explanation.verdict()).isEqualTo(new Verified(1, "blue"));
        assertThat(explanation.cause()).isEqualTo(ProbableCause.NONE);
        assertThat(explanation.toText())
                .startsWith("Source github: verified with secret blue\n")
                .doesNotContain("Probable cause");
    }

    @Test
    void signedContentAndSentSignatureAreShownButNotTheExpectedSignature() throws Exception {
        String expected = hex("HmacSHA256", SECRET, BODY);
        String sent = "sha256=" + "0".repeat(64);

        String text = explain(GITHUB, github(BODY, sent)).toText();

        assertThat(text)
                .contains("not verified, signature-mismatch: 1 signature(s) match none of 1 secret(s)")
                .contains("Computed over: <body>")
                .contains("Computed with: hmac-sha256, written as hex")
                .contains("Sent: X-Hub-Signature-256: " + sent)
                .contains("Body: 34 bytes, sha256 ")
                .contains("Secret 1: valid")
                .contains("Probable cause: None of the usual causes matches")
                .contains("Remedy: Most likely the secret differs")
                .doesNotContain(SECRET)
                .doesNotContain(expected);
    }

    @Test
    void bodyThatContainsTheSecretIsNotShown() {
        String text = explain(
                        "github",
                        "github: {scheme: ms-graph, secrets: [" + QUOTED + "]}",
                        "POST /webhooks/github HTTP/1.1\n\n{\"value\":[{\"clientState\":" + QUOTED + "}]}")
                .toText();

        assertThat(text)
                .contains("Body: 56 bytes, which are not shown")
                .doesNotContain(SECRET)
                .doesNotContain("sha256");
    }

    @Test
    void controlCharactersOfTheRequestDontReachTheTerminal() {
        String hostile = "\u0007\u001B[2J\u0085\u009B31m\u202E\u2028\u2029\uE000";

        String text = explain(GITHUB, github("{\"b\":\"" + hostile + "\"}", "sha256=" + hostile))
                .toText();

        assertThat(text.replace("\n", ""))
                .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]")
                .contains("??31m");
    }

    @Test
    void noSignature() {
        Explanation explanation = explain(GITHUB, "POST /webhooks/github HTTP/1.1\nX-Hub-Signature: sha1=00\n\n{}");

        assertThat(explanation.cause()).isEqualTo(ProbableCause.NOT_SIGNED);
        assertThat(explanation.toText())
                .contains("Sent: no X-Hub-Signature-256; similar headers that were sent: x-hub-signature");
    }

    @Test
    void anotherEncoding() throws Exception {
        causeOf(github(BODY, "sha256=" + base64(hmac("HmacSHA256", bytes(SECRET), BODY))), ProbableCause.ENCODING);
        causeOf(
                github(BODY, "sha256=" + hex("HmacSHA256", SECRET, BODY).toUpperCase(Locale.ROOT)),
                ProbableCause.ENCODING);
    }

    @Test
    void noPrefix() throws Exception {
        causeOf(github(BODY, hex("HmacSHA256", SECRET, BODY)), ProbableCause.PREFIX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HmacSHA1", "HmacSHA384", "HmacSHA512"})
    void anotherAlgorithm(String algorithm) throws Exception {
        causeOf(github(BODY, "sha256=" + hex(algorithm, SECRET, BODY)), ProbableCause.ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET + "\n",
                " " + SECRET,
                QUOTED,
                "\uFEFF" + SECRET,
                "\u00A0" + SECRET,
                SECRET + "\u00A0",
                SECRET + "\u200B"
            })
    void whiteSpaceAroundTheSecret(String secret) throws Exception {
        causeOf(github(BODY, "sha256=" + hex("HmacSHA256", secret, BODY)), ProbableCause.SECRET_WHITE_SPACE);
    }

    @Test
    void aCharacterThatCantBeSeenInTheFileIsSaidAndNothingIsToBeCopiedAgain(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\u200B\n");
        String request = github(BODY, "sha256=" + hex("HmacSHA256", SECRET, BODY));

        assertThatExceptionOfType(InvalidSourceException.class)
                .isThrownBy(() -> explain("github: {scheme: github, secret-files: ['" + file + "']}", request))
                .withMessageEndingWith(
                        "durahook.sources.github.secret-files[0] holds U+200B ZERO WIDTH SPACE at character 27:"
                                + " remove it.");
        // The secret of another source has no influence.
        assertThat(explain(GITHUB + "\nmirror: {scheme: github, secret-files: ['" + file + "']}", request)
                        .isVerified())
                .isTrue();
    }

    @Test
    void byteOrderMarkInTheFileIsNotPartOfTheSecret(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "\uFEFF" + SECRET + "\r\n");
        String mirror = "mirror: {scheme: github, secret-files: ['" + file + "']}";
        String request = github(BODY, "sha256=" + hex("HmacSHA256", SECRET, BODY));

        assertThat(explain("mirror", mirror, request).isVerified()).isTrue();
        assertThat(explain("github: {scheme: github, secrets: [other]}\n" + mirror, request)
                        .cause())
                .isEqualTo(ProbableCause.OTHER_SOURCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":\"ä/ö\",\"a\":[1,2.50,{}]}",
                "{\"a\":[1,2.50,{}],\"b\":\"ä/ö\"}",
                "{\"b\":\"\\u00e4\\/\\u00f6\",\"a\":[1,2.50,{}]}",
                "{\"b\": \"\\u00e4/\\u00f6\", \"a\": [1, 2.50, {}]}",
                "{\n  \"b\": \"ä/ö\",\n  \"a\": [\n    1,\n    2.50,\n    {}\n  ]\n}",
                BODY + "\n"
            })
    void rewrittenBody(String signed) throws Exception {
        Explanation explanation = explain(GITHUB, github(BODY, "sha256=" + hex("HmacSHA256", SECRET, signed)));

        assertThat(explanation.cause()).isEqualTo(ProbableCause.BODY_CHANGED);
    }

    @Test
    void secretOfAnotherSource() throws Exception {
        String sources = GITHUB + "\nmirror: {scheme: github, secrets: [the mirror's]}";

        Explanation explanation = explain(sources, github(BODY, "sha256=" + hex("HmacSHA256", "the mirror's", BODY)));

        assertThat(explanation.cause()).isEqualTo(ProbableCause.OTHER_SOURCE);
        assertThat(explanation.difference()).contains("source mirror").doesNotContain("the mirror's");
    }

    // The base point of the curve is a public key. The secret of shop is as long as a key, but is no point on the
    // curve.
    @Test
    void secretOfAnotherSourceNeedNotBeAPublicKey() {
        Explanation explanation = explain(
                "discord",
                "discord: {scheme: discord, secrets: ['58" + "66".repeat(31) + "']}\n"
                        + "shop: {scheme: github, secrets: ['02" + "00".repeat(31) + "']}",
                "POST /webhooks/discord HTTP/1.1\nX-Signature-Timestamp: " + NOW + "\nX-Signature-Ed25519: "
                        + "00".repeat(64) + "\n\n{}");

        assertThat(explanation.cause()).isEqualTo(ProbableCause.UNKNOWN);
    }

    @Test
    void expiredSecret() throws Exception {
        Explanation explanation = explain(
                "github: {scheme: github, secrets: [other, {value: " + QUOTED
                        + ", name: blue, not-after: 2023-01-01T00:00:00Z}]}",
                github(BODY, "sha256=" + hex("HmacSHA256", SECRET, BODY)));

        assertThat(explanation.cause()).isEqualTo(ProbableCause.SECRET_NOT_VALID);
        assertThat(explanation.difference()).contains("expired at 2023-01-01T00:00:00Z (secret blue");
        assertThat(explanation.toText()).contains("Secret blue: expired at 2023-01-01T00:00:00Z");
    }

    @Test
    void oldTimestamp() throws Exception {
        long then = NOW - 3600;
        Explanation explanation = explain(stripe(), stripe(then, SECRET));

        assertThat(explanation.cause()).isEqualTo(ProbableCause.TIMESTAMP);
        assertThat(explanation.toText())
                .contains("timestamp 3600 s old, tolerance 300 s")
                .contains("Computed over: " + then + ".<body>");
    }

    // Linear's time of sending is in the body, and is read only after the signature was verified.
    @ParameterizedTest
    @CsvSource({
        "1699964000000, TIMESTAMP, 'timestamp 36000 s old, tolerance 28800 s'",
        "1700000000, TIMESTAMP, 'timestamp 1698300000 s old, tolerance 28800 s'",
        "'\"2023-11-14T22:13:20Z\"', TIMESTAMP_UNIT, 'written in rfc3339, not in milliseconds'",
        "null, REFUSED, 'timestamp-missing: the body has no text or integer at /webhookTimestamp'"
    })
    void timestampInTheBody(String moment, ProbableCause cause, String said) throws Exception {
        String body = "{\"webhookTimestamp\":" + moment + "}";
        Explanation explanation = explain(
                "linear",
                "linear: {scheme: linear, secrets: [" + QUOTED + "]}",
                "POST /webhooks/linear HTTP/1.1\nLinear-Signature: " + hex("HmacSHA256", SECRET, body) + "\n\n" + body);

        assertThat(explanation.cause()).as(explanation.toText()).isEqualTo(cause);
        assertThat(explanation.toText()).contains(said).contains("Computed over: <body>");
    }

    @Test
    void timestampInMilliseconds() throws Exception {
        assertThat(explain(stripe(), stripe(NOW * 1000, SECRET)).cause()).isEqualTo(ProbableCause.TIMESTAMP_UNIT);
    }

    @Test
    void secretTakenAsTextThoughItIsBase64() throws Exception {
        String secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
        String source = "svix: {scheme: standard-webhooks, secrets: [" + secret + "]}";
        for (String used : new String[] {secret, secret.substring(6)}) {
            String signature = base64(hmac("HmacSHA256", bytes(used), "msg_1." + NOW + "." + BODY));
            String request = "POST /webhooks/svix HTTP/1.1\nwebhook-id: msg_1\nwebhook-timestamp: " + NOW
                    + "\nwebhook-signature: v1," + signature + "\n\n" + BODY;

            Explanation explanation = explain("svix", source, request);

            assertThat(explanation.cause()).isEqualTo(ProbableCause.SECRET_FORM);
            assertThat(explanation.toText()).doesNotContain(used);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/webhooks/square?x=1",
                "https://hooks.example.com:443/webhooks/square?x=1",
                "https://hooks.example.com/webhooks/square",
                "https://hooks.example.com/webhooks/square/?x=1",
                "http://10.0.0.7:8080/webhooks/square?y=2"
            })
    void anotherPublicUrl(String signed) throws Exception {
        String source = "square: {scheme: square, secrets: [" + QUOTED
                + "], public-url: 'https://hooks.example.com/webhooks/square?x=1'}";
        String signature = base64(hmac("HmacSHA256", bytes(SECRET), signed + BODY));

        Explanation explanation = explain(
                "square",
                source,
                "POST /webhooks/square?y=2 HTTP/1.1\nHost: 10.0.0.7:8080\nX-Forwarded-Proto: https\n"
                        + "X-Square-HmacSha256-Signature: " + signature + "\n\n" + BODY);

        assertThat(explanation.cause()).isEqualTo(ProbableCause.PUBLIC_URL);
        assertThat(explanation.difference()).contains("The sender signs the URL " + signed);
    }

    @Test
    void fragmentOfThePublicUrl() throws Exception {
        String signed = "https://hooks.example.com/webhooks/square";
        String source = "square: {scheme: square, secrets: [" + QUOTED + "], public-url: '" + signed + "#v1'}";
        String signature = base64(hmac("HmacSHA256", bytes(SECRET), signed + BODY));

        Explanation explanation = explain(
                "square",
                source,
                "POST /webhooks/square HTTP/1.1\nHost: 10.0.0.7:8080\nX-Square-HmacSha256-Signature: " + signature
                        + "\n\n" + BODY);

        assertThat(explanation.cause()).isEqualTo(ProbableCause.PUBLIC_URL);
        assertThat(explanation.difference()).contains("The sender signs the URL " + signed);
    }

    @Test
    void sentTokenIsNotShown() {
        String request = "POST /webhooks/gitlab HTTP/1.1\nX-Gitlab-Token: nearly-the-secret\n\n{}";

        Explanation explanation = explain("gitlab", "gitlab: {scheme: gitlab, secrets: [the-secret]}", request);

        assertThat(explanation.isVerified()).isFalse();
        assertThat(explanation.toText())
                .contains("Sent: X-Gitlab-Token: <17 characters>")
                .contains("Computed over: <secret>")
                .doesNotContain("the-secret");
    }

    @Test
    void aSourceWithoutASignature() {
        assertThat(explain("open", "open: {scheme: none}", "POST /webhooks/open HTTP/1.1\n\n{}")
                        .toText())
                .startsWith("Source open: not verified: it has no signature\n");
    }

    @Test
    void aRequestCantMoveTheCursor() {
        String text = explain(GITHUB, github("\u001b[2J", "sha256=\u001b[31m")).toText();

        assertThat(text).doesNotContain("\u001b").contains("?[2J");
    }

    @Test
    void anUnknownSource() {
        assertThatExceptionOfType(InvalidSourceException.class)
                .isThrownBy(() -> explain("gitbub", GITHUB, github(BODY, "")))
                .withMessageEndingWith("durahook.sources.gitbub is not declared: use one of github.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "{}", "HTTP/1.1 200 OK\n\n", "POST / HTTP/1.1\nno header\n\n"})
    void noRequest(String capture) {
        assertThatExceptionOfType(InvalidCaptureException.class)
                .isThrownBy(() -> explain(GITHUB, capture))
                .withMessageStartingWith("the capture has ");
    }

    private static String github(String body, String signature) {
        return "POST /webhooks/github HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: " + signature + "\r\n\r\n"
                + body;
    }

    private static String stripe() {
        return "stripe: {scheme: stripe, secrets: [" + QUOTED + "]}";
    }

    private static String stripe(long timestamp, String secret) throws Exception {
        return "POST /webhooks/stripe HTTP/1.1\nStripe-Signature: t=" + timestamp + ",v1="
                + hex("HmacSHA256", secret, timestamp + "." + BODY) + "\n\n" + BODY;
    }

    private static void causeOf(String request, ProbableCause cause) {
        Explanation explanation = explain(GITHUB, request);
        assertThat(explanation.cause()).as(explanation.toText()).isEqualTo(cause);
        assertThat(explanation.toText()).doesNotContain(SECRET);
    }

    private static Explanation explain(String yaml, String request) {
        return explain(yaml.startsWith("stripe") ? "stripe" : "github", yaml, request);
    }

    private static Explanation explain(String source, String yaml, String request) {
        return Explainer.explain(Declaration.environment(yaml), source, request, Declaration.NOW);
    }

    private static String hex(String algorithm, String secret, String content) throws Exception {
        return HexFormat.of().formatHex(hmac(algorithm, bytes(secret), content));
    }

    private static byte[] hmac(String algorithm, byte[] key, String content) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(bytes(content));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
