package dev.durahook.worker.destination.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.worker.destination.kind.Attempt;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The effect on the event of a faulty network, and of a destination whose answer is not HTTP or too long. */
@Execution(ExecutionMode.CONCURRENT)
class NetworkFaultTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void refusedConnectionSentNothing() {
        String url = "http://127.0.0.1:" + FreePort.next() + "/";
        try (CrmSender crm = CrmSender.to(CrmDeclaration.crm(url))) {
            assertThat(failure(crm, "DestinationUnreachable"))
                    .startsWith("crm can't be reached: Failed to connect to /127.0.0.1:");
        }
    }

    @Test
    void unknownHostSentNothing() {
        OkHttpClient.Builder lost = new OkHttpClient.Builder().dns(host -> {
            throw new UnknownHostException("resolver of " + host);
        });
        try (CrmSender crm = CrmSender.to(CrmDeclaration.crm("https://crm.invalid/?key=abcdefg"), lost)) {
            assertThat(failure(crm, "DestinationUnreachable"))
                    .isEqualTo("crm can't be reached: unknown host crm.invalid");
        }
    }

    // Only the proxy looks up the destination's name.
    @ParameterizedTest
    @ValueSource(strings = {"proxy.invalid", "crm.invalid.proxy", "my-crm.invalid"})
    void unknownProxyIsNotTakenForAnUnknownDestination(String proxy) {
        OkHttpClient.Builder behindProxy = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy, 3128)))
                .dns(host -> {
                    throw new UnknownHostException(host + ": Name or service not known");
                });
        try (CrmSender crm = CrmSender.to(CrmDeclaration.crm("https://crm.invalid/"), behindProxy)) {
            assertThat(failure(crm, "DestinationUnreachable"))
                    .isEqualTo(
                            "crm can't be reached: unknown host of a proxy: " + proxy + ": Name or service not known");
        }
    }

    @Test
    void connectionThatIsNeverAcceptedTimesOut() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 100);
                } catch (IOException queueIsFull) {
                    break;
                }
            }
            String url = "http://127.0.0.1:" + full.getLocalPort() + "/";
            try (CrmSender crm = CrmSender.to(CrmDeclaration.crm(url).with("connect-timeout", "100ms"))) {
                assertThat(failure(crm, "DestinationUnreachable"))
                        .matches("crm can't be reached: time-out after \\d+ ms");
            }
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void certificateOfAnotherNameSendsNothing() throws IOException {
        HeldCertificate other = new HeldCertificate.Builder()
                .addSubjectAlternativeName("other.example")
                .build();
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(other.certificate())
                .build();
        try (MockWebServer server = secure(other);
                CrmSender crm = CrmSender.to(
                        CrmDeclaration.crm("https://localhost:" + server.getPort() + "/"),
                        new OkHttpClient.Builder().sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()))) {
            assertThat(failure(crm, "DestinationUnreachable")).contains("localhost not verified");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void untrustedCertificateSendsNothing() throws IOException {
        try (MockWebServer server = secure(new HeldCertificate.Builder()
                        .addSubjectAlternativeName("localhost")
                        .build());
                CrmSender crm = CrmSender.to(CrmDeclaration.crm("https://localhost:" + server.getPort() + "/"))) {
            assertThat(failure(crm, "DestinationUnreachable")).contains("certification path");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    private static MockWebServer secure(HeldCertificate certificate) throws IOException {
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.start();
        server.enqueue(new MockResponse.Builder().code(200).build());
        return server;
    }

    @Test
    void silenceTimesOut() {
        try (RawServer server = RawServer.answering((client, out) -> TimeUnit.SECONDS.sleep(30));
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url()).with("request-timeout", "2s"))) {
            assertThat(failure(crm, "DestinationUnanswered"))
                    .matches("crm was sent the event and gave no answer: time-out after \\d+ ms");
            receivedOnce(server);
        }
    }

    @Test
    void headersThatComeByteByByteEndWithTheTotalTimeout() {
        try (RawServer server = RawServer.answering((client, out) -> drip(out, OK + "X-Slow: " + "a".repeat(10_000)));
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url()).with("total-timeout", "4s"))) {
            assertThat(failure(crm, "DestinationUnanswered")).contains("time-out after");
            receivedOnce(server);
        }
    }

    @Test
    void attemptEndsBeforeTemporalStartsTheNext() {
        try (RawServer server = RawServer.answering((client, out) -> TimeUnit.SECONDS.sleep(30));
                CrmSender crm = CrmSender.to(CrmDeclaration.crm(server.url()))) {
            Attempt hurried = new Attempt(1, Duration.ofMillis(300), Duration.ZERO);
            // On a busy machine, the time may be over before the request is sent.
            ApplicationFailure failure = catchThrowableOfType(ApplicationFailure.class, () -> crm.send(hurried));
            assertThat(failure.getType()).isIn("DestinationUnanswered", "DestinationUnreachable");
            assertThat(failure.getOriginalMessage()).contains("time-out after");
        }
    }

    @Test
    void bodyThatComesByteByByteDoesNotHoldUpTheFailure() {
        try (RawServer server = RawServer.answering((client, out) ->
                        drip(out, "HTTP/1.1 503 Busy\r\nContent-Length: 10000\r\n\r\n" + "a".repeat(10_000)));
                CrmSender crm = to(server)) {
            assertThat(failure(crm, "DestinationUnavailable")).startsWith("crm answered 503 Busy");
        }
    }

    // A client that stops waiting may do so before the server has read the request.
    private static void receivedOnce(RawServer server) {
        Await.until("the request is read", () -> server.requests() > 0);
        assertThat(server.requests()).isEqualTo(1);
    }

    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        for (byte letter : text.getBytes(ISO_8859_1)) {
            out.write(letter);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(letter == 'a' ? 20 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OK, "HTTP/1.1 500 No\r\n"})
    void endlessBodyIsNotRead(String status) {
        try (RawServer server = RawServer.answering((client, out) -> {
                    write(out, status + "Transfer-Encoding: chunked\r\n\r\n");
                    while (true) {
                        write(out, "4\r\nmore\r\n");
                    }
                });
                CrmSender crm = to(server)) {
            if (status.equals(OK)) {
                assertThat(crm.send().status()).isEqualTo(200);
            } else {
                assertThat(failure(crm, "DestinationUnavailable")).hasSizeLessThan(400);
            }
        }
    }

    @Test
    void gigabyteOfBodyIsNotRead() {
        try (RawServer server = RawServer.answering((client, out) -> {
                    write(out, OK + "Content-Length: 1073741824\r\n\r\n");
                    byte[] megabyte = new byte[1 << 20];
                    for (int i = 0; i < 1024; i++) {
                        out.write(megabyte);
                    }
                });
                CrmSender crm = to(server)) {
            assertThat(crm.send().status()).isEqualTo(200);
        }
    }

    @Test
    void connectionCutInASuccessIsASuccess() {
        try (RawServer server = RawServer.answering((client, out) -> {
                    write(out, OK + "Content-Length: 100\r\n\r\nhalf");
                    reset(client);
                });
                CrmSender crm = to(server)) {
            assertThat(crm.send().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 20", OK + "X-Half: "})
    void connectionResetBeforeTheAnswerMayHaveHadAnEffectAndIsNotRepeated(String part) {
        try (RawServer server = RawServer.answering((client, out) -> {
                    write(out, part);
                    TimeUnit.MILLISECONDS.sleep(50);
                    reset(client);
                });
                CrmSender crm = to(server)) {
            assertThat(failure(crm, "DestinationUnanswered")).startsWith("crm was sent the event and gave no answer: ");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void connectionClosedWithoutAnAnswerIsNotRepeated() {
        try (RawServer server = RawServer.answering((client, out) -> client.close());
                CrmSender crm = to(server)) {
            assertThat(failure(crm, "DestinationUnanswered")).contains("unexpected end of stream");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    // OkHttp would repeat a request after each of these answers.
    @ParameterizedTest
    @ValueSource(strings = {"408 Timeout", "503 Busy", "421 Misdirected", "401 Who"})
    void answerThatInvitesToTryAgainAtOnceIsLeftToTemporal(String status) {
        try (RawServer server =
                        RawServer.answering("HTTP/1.1 " + status + "\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
                CrmSender crm = to(server)) {
            assertThat(crm.failure().getOriginalMessage()).isEqualTo("crm answered " + status);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/3 200 OK\r\n\r\n",
                "\u0000\u0001\u0002\u00ff\r\n\r\n",
                "HTTP/1.1 200\u0000OK"
            })
    void answerThatIsNotHttpCountsAsUnanswered(String garbage) {
        try (RawServer server = RawServer.answering((client, out) -> {
                    write(out, garbage);
                    out.flush();
                    client.close();
                });
                CrmSender crm = to(server)) {
            assertThat(failure(crm, "DestinationUnanswered"))
                    .startsWith("crm was sent the event and gave no answer: ")
                    .doesNotContain("\u0000");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void endlessHeadersAreNotRead() {
        try (RawServer server = RawServer.answering((client, out) -> {
                    write(out, OK);
                    while (true) {
                        write(out, "X-More: " + "a".repeat(1000) + "\r\n");
                    }
                });
                CrmSender crm = to(server)) {
            failure(crm, "DestinationUnanswered");
        }
    }

    @Test
    void brokenCompressionCostsTheTextAndNotTheStatus() {
        try (RawServer server = RawServer.answering(
                        "HTTP/1.1 500 No\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd");
                CrmSender crm = to(server)) {
            assertThat(failure(crm, "DestinationUnavailable")).isEqualTo("crm answered 500 No");
        }
    }

    @Test
    void hostWithAPrivateAddressIsForbiddenIfTheGuardIsOn() {
        try (RawServer server = RawServer.answering(OK + "Content-Length: 0\r\n\r\n")) {
            String url = server.url().replace("127.0.0.1", "localhost");
            try (CrmSender crm = CrmSender.guarded(CrmDeclaration.crm(url))) {
                ApplicationFailure failure = crm.failure();
                assertThat(failure.getType()).isEqualTo("DestinationForbidden");
                assertThat(failure.isNonRetryable()).isTrue();
                assertThat(failure.getOriginalMessage())
                        .contains("durahook.destinations.crm.allow-private-network: true");
            }
            try (CrmSender crm = CrmSender.guarded(CrmDeclaration.crm(url).with("allow-private-network", "true"))) {
                assertThat(crm.send().status()).isEqualTo(200);
            }
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void nameThatTurnsPrivateAfterwardsIsForbidden() throws IOException {
        try (RawServer server = RawServer.answering(OK + "Content-Length: 0\r\n\r\n")) {
            OkHttpClient.Builder rebound =
                    new OkHttpClient.Builder().dns(host -> List.of(InetAddress.getLoopbackAddress()));
            CrmDeclaration declared = CrmDeclaration.crm(server.url().replace("127.0.0.1", "public.example"))
                    .with("allow-http", "true");
            try (CrmSender crm = CrmSender.guarded(declared, rebound)) {
                assertThat(crm.failure().getType()).isEqualTo("DestinationForbidden");
            }
            assertThat(server.requests()).isZero();
        }
    }

    // OkHttp connects to these addresses without a DNS lookup.
    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"})
    void oddWaysToWriteAnAddressAreForbiddenToo(String host) {
        try (RawServer server = RawServer.answering(OK + "Content-Length: 0\r\n\r\n");
                CrmSender crm =
                        CrmSender.guarded(CrmDeclaration.crm(server.url().replace("127.0.0.1", host))
                                .with("allow-http", "true"))) {
            assertThat(crm.failure().getType()).isEqualTo("DestinationForbidden");
            assertThat(server.requests()).isZero();
        }
    }

    private static String failure(CrmSender crm, String type) {
        ApplicationFailure failure = crm.failure();
        assertThat(failure.getType()).isEqualTo(type);
        assertThat(failure.isNonRetryable()).isFalse();
        return failure.getOriginalMessage();
    }

    private static CrmSender to(RawServer server) {
        return CrmSender.to(CrmDeclaration.crm(server.url()));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }
}
