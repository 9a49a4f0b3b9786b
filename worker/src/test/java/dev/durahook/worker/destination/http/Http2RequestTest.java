package dev.durahook.worker.destination.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The request that a destination receives if it speaks HTTP/2. */
class Http2RequestTest {

    // Error codes of RFC 9113, section 7.
    private static final int INTERNAL_ERROR = 2;
    private static final int REFUSED_STREAM = 7;

    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    private final MockWebServer server = new MockWebServer();
    private final RequestCount sent = new RequestCount();

    @BeforeEach
    void start() throws IOException {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsItsConnection() {
        refuse(0, REFUSED_STREAM);
        try (CrmSender crm = crm()) {
            // A connection is kept for four seconds, and a busy machine may stand still for longer.
            Await.until("two requests on one connection", () -> connectionOf(crm) == connectionOf(crm));
        }
    }

    @Test
    void isSentAgainIfTheDestinationHasNotBegunWithIt() {
        refuse(1, REFUSED_STREAM);
        try (CrmSender crm = crm()) {
            assertThat(crm.send().status()).isEqualTo(204);
        }
        assertThat(sent.requests()).isEqualTo(2);
    }

    @Test
    void isAFailedAttemptIfTheDestinationRefusesItThreeTimes() {
        refuse(3, REFUSED_STREAM);
        try (CrmSender crm = crm()) {
            assertThat(crm.failure().getType()).isEqualTo("DestinationUnanswered");
        }
        assertThat(sent.requests()).isEqualTo(3);
    }

    @Test
    void isNotSentAgainIfTheDestinationMayHaveBegunWithIt() {
        refuse(1, INTERNAL_ERROR);
        try (CrmSender crm = crm()) {
            assertThat(crm.failure().getType()).isEqualTo("DestinationUnanswered");
        }
        assertThat(sent.requests()).isEqualTo(1);
    }

    private int connectionOf(CrmSender crm) {
        assertThat(crm.send().status()).isEqualTo(204);
        RecordedRequest request = taken();
        assertThat(request.getVersion()).isEqualTo("HTTP/2");
        return request.getConnectionIndex();
    }

    private RecordedRequest taken() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CrmSender crm() {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        return CrmSender.to(
                CrmDeclaration.crm("https://localhost:" + server.getPort() + "/"),
                new OkHttpClient.Builder()
                        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                        .eventListener(sent));
    }

    // Refuses by the client's count of requests: the server counts a request only after it has refused it, so the next
    // one may arrive before.
    private void refuse(int requests, int errorCode) {
        MockResponse accepted = new MockResponse.Builder().code(204).build();
        MockResponse refused = accepted.newBuilder()
                .onRequestStart(new SocketEffect.CloseStream(errorCode))
                .build();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse peek() {
                return sent.requests() <= requests ? refused : accepted;
            }

            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return accepted;
            }
        });
    }

    /** Counts the requests that the client has begun to send. */
    private static final class RequestCount extends EventListener {

        private final AtomicInteger requests = new AtomicInteger();

        @Override
        public void requestHeadersStart(Call call) {
            requests.incrementAndGet();
        }

        int requests() {
            return requests.get();
        }
    }
}
