package dev.durahook.testsupport.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxiedConnectionTest {

    private Socket client;
    private Socket server;
    private ProxiedConnection connection;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket proxy = listener();
                ServerSocket upstream = listener()) {
            client = new Socket(InetAddress.getLoopbackAddress(), proxy.getLocalPort());
            connection = new ProxiedConnection(proxy.accept(), ConnectionFault.NONE, () -> Duration.ZERO);
            connection.open((InetSocketAddress) upstream.getLocalSocketAddress());
            server = upstream.accept();
        }
    }

    @AfterEach
    void cut() throws IOException {
        connection.cut();
        client.close();
        server.close();
    }

    @Test
    void connectionIsClosedWhenOneEndHasHungUp() throws IOException {
        server.close();

        Await.until("the end", () -> connection.isClosed());
    }

    @Test
    void connectionThatLostAnswersIsClosedWhenBothEndsHaveHungUp() throws Exception {
        connection.fail(ConnectionFault.DROP_REPLIES);

        client.close();
        assertStaysOpen();
        server.close();

        Await.until("the end", () -> connection.isClosed());
    }

    private void assertStaysOpen() throws InterruptedException {
        Thread.sleep(100);
        assertThat(connection.isClosed()).isFalse();
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
