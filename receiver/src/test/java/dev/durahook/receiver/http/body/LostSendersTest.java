package dev.durahook.receiver.http.body;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.http.exchange.DeliveryPaths;
import dev.durahook.receiver.http.exchange.FirstFilter;
import dev.durahook.receiver.http.refusal.DedicatedServer;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * A sender hangs up just before its request is answered. The request must end all the same: a server that stops waits for
 * each request that has begun.
 */
class LostSendersTest {

    private static final Queue<Socket> SENDERS = new ConcurrentLinkedQueue<>();
    private static final Queue<StandardContext> CONTEXTS = new ConcurrentLinkedQueue<>();

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.in(
                HangingUp.class,
                frontend.target(),
                "--durahook.sources.github.max-body-size=4B",
                "--durahook.http.body-timeout=1s");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a body that becomes too large | 5~aaaaa~",
                "a body that is malformed      | zz~",
                "a body that is too slow       | 5~a",
                "a whole body, not verified    | 2~{}~0~~"
            })
    void requestEnds(String what, String body) throws IOException {
        try (Socket sender = new Socket(InetAddress.getLoopbackAddress(), receiver.port())) {
            // Closing resets the connection.
            sender.setSoLinger(true, 0);
            SENDERS.add(sender);
            send(sender, "POST /webhooks/github HTTP/1.1~Host: x~Transfer-Encoding: chunked~~");
            Await.until("the body is read in the background", () -> inProgress() == 1 || sender.isClosed());
            send(sender, body);

            Await.until("the sender has hung up", sender::isClosed);
            Await.until("the request has ended", () -> inProgress() == 0);
        } finally {
            SENDERS.clear();
        }
    }

    private static void send(Socket sender, String text) throws IOException {
        try {
            sender.getOutputStream().write(text.replace("~", "\r\n").getBytes(StandardCharsets.US_ASCII));
        } catch (SocketException hungUp) {
            // On a busy machine every body may be too slow.
        }
    }

    private static long inProgress() {
        return CONTEXTS.element().getInProgressAsyncCount();
    }

    /** The receiver, whose senders hang up when their requests are about to be answered. */
    @EnableAutoConfiguration
    @DedicatedServer
    static class HangingUp {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> context() {
            return factory -> factory.addContextCustomizers(context -> CONTEXTS.add((StandardContext) context));
        }

        @Bean
        FilterRegistrationBean<Filter> hangUp() {
            // Deliveries are answered past later filters.
            return new FirstFilter<>(
                    (request, response, chain) ->
                            chain.doFilter(request, new LateResponse((HttpServletResponse) response)),
                    DeliveryPaths.patterns());
        }
    }

    /** A response before which the sender hangs up. */
    private static final class LateResponse extends HttpServletResponseWrapper {

        LateResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            Socket sender = SENDERS.poll();
            if (sender != null) {
                close(sender);
            }
            super.setStatus(status);
        }

        private static void close(Socket sender) {
            try {
                sender.close();
                // The other end of the connection is told of the end a moment later.
                Thread.sleep(200);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
