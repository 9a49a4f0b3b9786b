package dev.durahook.reliability.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import dev.durahook.loadsupport.report.JsonLines;
import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receiver takes each delivery. Without an answer, senders would write to their file after the end of the test. */
class SteadyLoadTest {

    @TempDir
    private Path folder;

    private HttpServer receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void stoppedLoadDoesNotWaitForTheNextMessageAndDoesNotSendIt() {
        SteadyLoad load = load(0.0001);
        load.start();
        Await.until("the first message", () -> load.sent() == 1);

        assertTimeoutPreemptively(Duration.ofMinutes(5), load::stop);

        load.awaitAcknowledged(Await.PATIENCE);
        assertThat(load.sent()).isEqualTo(1);
    }

    @Test
    void messagesAreSentAtTheRate() {
        SteadyLoad load = load(1_000);
        load.start();

        Await.until("ten messages", () -> load.sent() >= 10);

        load.stop();
        load.awaitAcknowledged(Await.PATIENCE);
    }

    private SteadyLoad load(double rate) {
        JsonLines deliveries = new JsonLines(folder.resolve("deliveries"));
        String address = "http://127.0.0.1:" + receiver.getAddress().getPort();
        return new SteadyLoad(7, "run", 20, rate, () -> address, SenderSecrets.in(folder), deliveries);
    }
}
