package dev.durahook.worker.destination.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.worker.destination.signing.SigningKey;
import dev.durahook.worker.destination.signing.StandardWebhooks;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The effect of a destination's answer on the event. */
class AnswerTest {

    private static final String CANARY = "canary-7f3a";

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 226, 299})
    void status2xxIsSuccess(int status) {
        try (RawServer server = answering(status, "");
                CrmSender crm = to(server)) {
            DestinationReceipt receipt = crm.send();
            assertThat(receipt.status()).isEqualTo(status);
            assertThat(receipt.text()).matches("crm answered " + status + " Some Reason in \\d+ ms");
            assertThat(receipt.took()).isBetween(Duration.ZERO, Await.PATIENCE);
        }
    }

    // OkHttp refuses these answers, but their head says that the destination has the event.
    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void status2xxIsSuccessAlsoWithABodyThatItMustNotHave(int status) {
        try (RawServer server =
                        RawServer.answering("HTTP/1.1 " + status + " Some Reason\r\nContent-Length: 2\r\n\r\nOK");
                CrmSender crm = to(server)) {
            DestinationReceipt receipt = crm.send();
            assertThat(receipt.status()).isEqualTo(status);
            assertThat(receipt.text()).matches("crm answered " + status + " Some Reason in \\d+ ms");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    // OkHttp fails when it closes such an answer.
    @Test
    void answerWithANegativeLengthIsAnAnswer() {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n");
                CrmSender crm = to(server)) {
            assertThat(crm.send().status()).isEqualTo(200);
            assertThat(server.requests()).isEqualTo(1);
        }
        try (RawServer server = RawServer.answering("HTTP/1.1 503 Busy\r\nContent-Length: -5\r\n\r\n");
                CrmSender crm = to(server)) {
            assertThat(crm.failure().getType()).isEqualTo("DestinationUnavailable");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "300, DestinationRedirected",
        "304, DestinationRedirected",
        "400, DestinationRefused",
        "401, DestinationRefused",
        "403, DestinationRefused",
        "404, DestinationRefused",
        "407, DestinationRefused",
        "409, DestinationRefused",
        "413, DestinationRefused",
        "421, DestinationRefused",
        "422, DestinationRefused",
        "499, DestinationRefused",
        "408, DestinationUnavailable",
        "425, DestinationUnavailable",
        "429, DestinationUnavailable",
        "500, DestinationUnavailable",
        "502, DestinationUnavailable",
        "503, DestinationUnavailable",
        "504, DestinationUnavailable",
        "599, DestinationUnavailable",
        "600, DestinationUnavailable",
        "999, DestinationUnavailable"
    })
    void everyOtherStatusIsAFailureThatThePolicyDecidesOn(int status, String type) {
        try (RawServer server = answering(status, "");
                CrmSender crm = to(server)) {
            ApplicationFailure failure = crm.failure();
            assertThat(failure.getType()).isEqualTo(type);
            assertThat(failure.isNonRetryable()).isFalse();
            assertThat(failure.getOriginalMessage()).startsWith("crm answered " + status + " Some Reason");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void status407IsHeardAsTheDestinationsAnswer() {
        try (RawServer server = answering(407, "Retry-After: 120\r\n", "who are you?");
                CrmSender crm = to(server)) {
            ApplicationFailure failure = crm.failure();
            assertThat(failure.getOriginalMessage()).isEqualTo("crm answered 407 Some Reason");
            assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofMinutes(2));
        }
    }

    @Test
    void answerThatEndsInItsHeadIsNoAnswer() {
        try (RawServer server = RawServer.answering((client, out) -> {
                    out.write("HTTP/1.1 204 No Content\r\nContent-Le".getBytes(StandardCharsets.US_ASCII));
                    client.shutdownOutput();
                });
                CrmSender crm = to(server)) {
            assertThat(crm.failure().getType()).isEqualTo("DestinationUnanswered");
        }
    }

    @Test
    void status410ParksAtOnce() {
        try (RawServer server = answering(410, "Retry-After: 7\r\n");
                CrmSender crm = to(server)) {
            ApplicationFailure failure = crm.failure();
            assertThat(failure.getType()).isEqualTo("DestinationGone");
            assertThat(failure.isNonRetryable()).isTrue();
            assertThat(failure.getNextRetryDelay()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowedAndNamesOnlyTheHost(int status) {
        try (RawServer other = answering(200, "");
                RawServer server = answering(status, "Location: " + other.url() + "?token=" + CANARY + "\r\n");
                CrmSender crm = to(server)) {
            ApplicationFailure failure = crm.failure();
            assertThat(failure.getType()).isEqualTo("DestinationRedirected");
            assertThat(failure.getOriginalMessage())
                    .isEqualTo("crm answered " + status + " Some Reason to 127.0.0.1, which is not followed");
            assertThat(other.requests()).isZero();
        }
    }

    @Test
    void locationMayBeGarbage() {
        try (RawServer server = answering(301, "Location: ht!tp://[\r\n");
                CrmSender crm = to(server)) {
            assertThat(crm.failure().getOriginalMessage())
                    .isEqualTo("crm answered 301 Some Reason to 127.0.0.1, which is not followed");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 408, 429, 500, 503})
    void retryAfterIsHonoured(int status) {
        try (RawServer server = answering(status, "Retry-After: 120\r\n");
                CrmSender crm = to(server)) {
            assertThat(crm.failure().getNextRetryDelay()).isEqualTo(Duration.ofMinutes(2));
        }
    }

    @Test
    void retryAfterHasALimit() {
        try (RawServer server = answering(503, "Retry-After: 86400\r\n");
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url()).with("retry-after-limit", "5m"))) {
            assertThat(crm.failure().getNextRetryDelay()).isEqualTo(Duration.ofMinutes(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "99999999999999999999", "00000000000000000000000000003600"})
    void retryAfterMayHaveAnyNumberOfDigits(String value) {
        for (int status : new int[] {429, 503}) {
            try (RawServer server = answering(status, "Retry-After: " + value + "\r\n");
                    CrmSender crm = to(server)) {
                assertThat(crm.failure().getNextRetryDelay()).isEqualTo(Duration.ofHours(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "-1", "soon", "Tue, 24 Nov 2026 08:00:05 GMT"})
    void retryAfterThatIsShorterThanThePolicysOwnWaitUsesUpNoAttempts(String value) {
        try (RawServer server = answering(503, "Retry-After: " + value + "\r\n");
                CrmSender crm = to(server)) {
            assertThat(crm.failure().getNextRetryDelay()).isNull();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void messageHasTheAnswersTextOnOneLine() {
        try (RawServer server = answering(503, "", "<h1>Down\u0007</h1>\r\n\r\n  for\tmaintenance \u00e2\u0080\u00ae");
                CrmSender crm = to(server)) {
            assertThat(crm.failure().getOriginalMessage())
                    .isEqualTo("crm answered 503 Some Reason: <h1>Down </h1> for maintenance");
        }
    }

    @Test
    void longTextIsCut() {
        try (RawServer server = answering(500, "", "x".repeat(100_000));
                CrmSender crm = to(server)) {
            assertThat(crm.failure().getOriginalMessage())
                    .isEqualTo("crm answered 500 Some Reason: " + "x".repeat(300) + "…");
        }
    }

    @Test
    void answerThatRepeatsTheRequestShowsNoSecret() {
        String echo = "you said Bearer " + CANARY + " and " + CANARY + " and key=q-" + CANARY;
        try (RawServer server = answering(401, "", echo);
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url() + "?key=q-" + CANARY)
                        .with("request-headers.Authorization", "Bearer " + CANARY))) {
            assertThat(crm.failure())
                    .hasNoCause()
                    .hasMessageContaining("you said [hidden]")
                    .message()
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void shortestSecretIsHiddenAlsoInTheStatusLine() {
        try (RawServer server = RawServer.answering("HTTP/1.1 401 ab1d\r\nContent-Length: 0\r\n\r\n");
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url()).with("request-headers.X-Key", "ab1d"))) {
            assertThat(crm.failure().getOriginalMessage()).isEqualTo("crm answered 401 [hidden]");
        }
    }

    @Test
    void secretAtTheEndOfTheExcerptIsHiddenCompletely() {
        String token = "t0k3n-of-the-crm-0123456789";
        try (RawServer server = answering(401, "", "x".repeat(275) + token + "x".repeat(100));
                CrmSender crm = CrmSender.to(
                        CrmDeclaration.crm(server.url()).with("request-headers.Authorization", "Bearer " + token))) {
            assertThat(crm.failure().getOriginalMessage())
                    .startsWith("crm answered 401 Some Reason: " + "x".repeat(275) + "[hidden]")
                    .doesNotContain("t0k3");
        }
    }

    @Test
    void secretAtTheEndOfTheReadBytesIsHiddenCompletely() {
        String token = "t0k3n-" + "k".repeat(16_500);
        try (RawServer server = answering(401, "", token);
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url()).with("request-headers.X-Key", token))) {
            assertThat(crm.failure().getOriginalMessage()).isEqualTo("crm answered 401 Some Reason: [hidden]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dXNlcjpwYXNzLXdvcmQtMTIz", "user:pass-word-123", "you are user with pass-word-123"})
    void neitherHalfOfBasicCredentialsIsShown(String echo) {
        try (RawServer server = answering(401, "", echo);
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url())
                        .with("request-headers.Authorization", "Basic dXNlcjpwYXNzLXdvcmQtMTIz"))) {
            assertThat(crm.failure().getOriginalMessage())
                    .contains("[hidden]")
                    .doesNotContain("pass-word")
                    .doesNotContain("dXNlcjpw");
        }
    }

    @Test
    void userOfBasicCredentialsIsHiddenBecauseItMayBeTheKey() {
        try (RawServer server = answering(401, "", "no account of key-0123-4567 here");
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url())
                        .with("request-headers.Authorization", "Basic a2V5LTAxMjMtNDU2Nzo="))) {
            assertThat(crm.failure().getOriginalMessage()).endsWith("no account of [hidden] here");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401})
    void signatureOfTheRequestIsHiddenIfTheAnswerRepeatsIt(int status) {
        String signature = StandardWebhooks.headers(
                        CrmSender.EVENT.id(),
                        CrmSender.NOW,
                        CrmSender.BODY,
                        List.of(SigningKey.of(CrmDeclaration.SECRET)))
                .get("webhook-signature");
        try (RawServer server = RawServer.answering(
                        "HTTP/1.1 " + status + " got " + signature + "\r\nContent-Length: 0\r\n\r\n");
                CrmSender crm = to(server)) {
            String text = status == 200
                    ? String.valueOf(crm.send().text())
                    : crm.failure().getOriginalMessage();
            assertThat(text).startsWith("crm answered " + status + " got v1,[hidden]");
        }
    }

    @Test
    void unreadableSecretIsAFailureThatRetries() throws IOException {
        Path file = Files.createTempFile("durahook", "secret");
        Files.writeString(file, CrmDeclaration.SECRET);
        try (RawServer server = answering(200, "");
                CrmSender crm = CrmSender.to(
                        CrmDeclaration.crm(server.url()).without("secrets").with("secret-files", file.toString()))) {
            Files.delete(file);
            ApplicationFailure failure = crm.failure();
            assertThat(failure.getType()).isEqualTo("DestinationUnsigned");
            assertThat(failure.isNonRetryable()).isFalse();
            assertThat(failure.getOriginalMessage())
                    .startsWith("durahook.destinations.crm.secret-files[0] can't be read: make '" + file);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void secretWithANewInvisibleCharacterIsAFailureThatNamesIt() throws IOException {
        Path file = Files.createTempFile("durahook", "secret");
        Files.writeString(file, CrmDeclaration.SECRET);
        try (RawServer server = answering(200, "");
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url()).with("secret-files", file.toString()))) {
            Files.writeString(file, CrmDeclaration.SECRET + "\u200B");
            assertThat(crm.failure().getOriginalMessage())
                    .isEqualTo(
                            "durahook.destinations.crm.secret-files[0] holds U+200B ZERO WIDTH SPACE at character 39:"
                                    + " remove it");
            assertThat(server.requests()).isZero();
        }
    }

    private static CrmSender to(RawServer server) {
        return CrmSender.to(CrmDeclaration.crm(server.url()));
    }

    private static RawServer answering(int status, String headers) {
        return answering(status, headers, "");
    }

    private static RawServer answering(int status, String headers, String body) {
        String length = status == 204 || status == 304 ? "" : "Content-Length: " + body.length() + "\r\n";
        return RawServer.answering("HTTP/1.1 " + status + " Some Reason\r\n" + length + headers + "\r\n" + body);
    }
}
