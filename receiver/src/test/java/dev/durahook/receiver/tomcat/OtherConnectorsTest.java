package dev.durahook.receiver.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application adds connectors of its own: one as Tomcat makes it, and one with the receiver's protocol. */
@ExtendWith(OutputCaptureExtension.class)
class OtherConnectorsTest {

    private static final int DELIVERIES = 6;
    private static final int USUAL = FreePort.next();
    private static final int PROTECTED = FreePort.next();

    private static FakeFrontend temporal;
    private static RunningReceiver receiver;
    private static String started = "";

    @BeforeAll
    static void start(CapturedOutput output) {
        temporal = FakeFrontend.start();
        receiver = RunningReceiver.in(Application.class, temporal.target(), "--durahook.http.header-timeout=5s");
        started = output.getOut();
    }

    @AfterAll
    static void stop() {
        receiver.close();
        temporal.close();
    }

    @Test
    void startWarnsOfTheConnectorWithoutProtection() {
        assertThat(started.lines().filter(line -> line.contains("are not protected")))
                .singleElement()
                .asString()
                .contains("Deliveries on port " + USUAL + " are not protected from slow senders")
                .contains("Http11NioProtocol")
                .contains("new Connector(\"dev.durahook.receiver.tomcat.ReceiverProtocol\")");
    }

    @Test
    void slowHeadersEndOnEachConnectorWithTheReceiversProtocol() throws IOException {
        String slow = "POST /webhooks/github HTTP/1.1\nHost: x\n";
        try (RawHttp own = new RawHttp(receiver.port()).send(slow);
                RawHttp added = new RawHttp(PROTECTED).send(slow)) {
            assertThat(own.status()).isEqualTo(503);
            assertThat(added.status()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3_700, 4_096, 20_000, 300_000})
    void deliveriesInChunksAreAnsweredInOrderOnEachConnector(int size) throws IOException {
        for (int port : new int[] {USUAL, PROTECTED}) {
            String all = deliveries(port, size);
            try (RawHttp http = new RawHttp(port).send(all)) {
                for (int i = 0; i < DELIVERIES; i++) {
                    assertThat(status(http)).as("delivery %s", i).isEqualTo(202);
                    assertThat(status(http)).as("behind delivery %s", i).isEqualTo(404);
                }
            }
        }
    }

    @Test
    void applicationMayAnswerInTheBackgroundOnEachConnector() {
        for (int port : new int[] {USUAL, PROTECTED}) {
            assertThat(RawHttp.ask(port, "GET /webhook/later HTTP/1.1\nHost: x\nConnection: close\n\n")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static int status(RawHttp http) throws IOException {
        RawAnswer head = http.head();
        http.skip(head.header("Content-Length").map(Integer::parseInt).orElse(0));
        return head.status();
    }

    private static String deliveries(int port, int size) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < DELIVERIES; i++) {
            byte[] body = new byte[size];
            Arrays.fill(body, (byte) 'x');
            all.append(Sender.head(port + "-" + size + "-" + i, body)
                            .replaceFirst("Content-Length: \\d+", "Transfer-Encoding: chunked"))
                    .append(Integer.toHexString(size))
                    .append("\n")
                    .append("x".repeat(size))
                    .append("\n0\n\nPOST /webhooks/unknown HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n");
        }
        return all.toString();
    }

    /** An application that contains the receiver, with two more connectors. */
    @EnableAutoConfiguration
    static class Application {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectors() {
            return factory -> factory.addAdditionalConnectors(
                    on(USUAL, new Connector()), on(PROTECTED, new Connector(ReceiverProtocol.class.getName())));
        }

        @Bean
        Later later() {
            return new Later();
        }

        private static Connector on(int port, Connector connector) {
            connector.setPort(port);
            connector.setProperty("address", "127.0.0.1");
            return connector;
        }
    }

    @RestController
    static class Later {

        @GetMapping("/webhook/later")
        Callable<String> answer() {
            return () -> "later";
        }
    }
}
