package dev.durahook.worker.destination.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import io.temporal.failure.ApplicationFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that a destination closes costs no attempt, at whatever moment it is closed. */
class OwnConnectionTest {

    private static final String EMPTY = "Content-Length: 0\r\n\r\n";

    // An answer as Python's http.server and other HTTP/1.0 servers write it.
    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 0\r\n", "Connection: close\r\n", "Content-Length: 2\r\n\r\nok"})
    void serverOfHttp10EndsEachConnection(String headers) {
        try (RawServer server = RawServer.answering((client, out) -> {
                    out.write(("HTTP/1.0 200 OK\r\n" + headers + (headers.endsWith("ok") ? "" : "\r\n"))
                            .getBytes(ISO_8859_1));
                    out.flush();
                    client.close();
                });
                CrmSender crm = to(server)) {
            for (int i = 1; i <= 5; i++) {
                assertThat(crm.send().status()).isEqualTo(200);
                assertThat(server.requests()).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 5_000})
    void serverMayCloseAnIdleConnection(int silence) {
        try (RawServer server = RawServer.answering((client, out) -> {
                    client.setSoTimeout(silence);
                    out.write(("HTTP/1.1 200 OK\r\n" + EMPTY).getBytes(ISO_8859_1));
                });
                CrmSender crm = to(server)) {
            for (int i = 1; i <= 2; i++) {
                assertThat(crm.send().status()).isEqualTo(200);
                assertThat(server.requests()).isEqualTo(i);
                awaitEnd(server, i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Connection: keep-alive\r\n", "Keep-Alive: timeout=60, max=9\r\n"})
    void eachDeliveryHasAConnectionOfItsOwnAlsoIfTheAnswerKeepsIt(String headers) {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n" + headers + EMPTY);
                CrmSender crm = to(server)) {
            for (int i = 0; i < 5; i++) {
                crm.send();
            }
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void serverThatEndsItsConnectionsAtAnyMomentGetsEachEventAtItsFirstAttempt() throws InterruptedException {
        Random random = new Random(1);
        try (RawServer server = RawServer.answering((client, out) -> {
                    out.write(("HTTP/1.1 200 OK\r\n" + EMPTY).getBytes(ISO_8859_1));
                    client.setSoTimeout(1 + random.nextInt(5));
                });
                CrmSender crm = to(server)) {
            for (int i = 1; i <= 200; i++) {
                assertThat(crm.send().status()).isEqualTo(200);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(3));
            }
            assertThat(server.requests()).isEqualTo(200);
        }
    }

    @Test
    void manyEndedConnectionsCostNoAttempt() throws InterruptedException {
        try (RawServer server = RawServer.answering((client, out) -> {
                    TimeUnit.MILLISECONDS.sleep(200);
                    client.setSoTimeout(300);
                    out.write(("HTTP/1.1 200 OK\r\n" + EMPTY).getBytes(ISO_8859_1));
                });
                CrmSender crm = to(server)) {
            Thread[] senders = new Thread[5];
            for (int i = 0; i < senders.length; i++) {
                senders[i] = new Thread(crm::send);
                senders[i].start();
            }
            for (Thread sender : senders) {
                sender.join();
            }
            awaitEnd(server, 5);
            assertThat(crm.send().status()).isEqualTo(200);
            assertThat(server.requests()).isEqualTo(6);
        }
    }

    @Test
    void connectionThatEndsInTheMiddleOfAnAnswerIsAFailedAttempt() {
        try (RawServer server = RawServer.answering((client, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nX-Half".getBytes(ISO_8859_1));
                    out.flush();
                    client.close();
                });
                CrmSender crm = to(server)) {
            ApplicationFailure failure = crm.failure();
            assertThat(failure.getType()).isEqualTo("DestinationUnanswered");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void deliveryWithTlsHasAConnectionOfItsOwn() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        SSLServerSocketFactory factory = trust.sslContext().getServerSocketFactory();
        try (ServerSocket socket = factory.createServerSocket(0, 50, InetAddress.getByName("localhost"));
                RawServer server = RawServer.on(socket, (client, out) -> {
                    client.setSoTimeout(500);
                    out.write(("HTTP/1.1 200 OK\r\n" + EMPTY).getBytes(ISO_8859_1));
                });
                CrmSender crm = CrmSender.to(
                        CrmDeclaration.crm("https://localhost:" + socket.getLocalPort() + "/"),
                        new OkHttpClient.Builder().sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()))) {
            crm.send();
            crm.send();
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    private static void awaitEnd(RawServer server, int connections) {
        Await.until("the server ends a connection", () -> server.ended() >= connections);
    }

    private static CrmSender to(RawServer server) {
        return CrmSender.to(CrmDeclaration.crm(server.url()));
    }
}
