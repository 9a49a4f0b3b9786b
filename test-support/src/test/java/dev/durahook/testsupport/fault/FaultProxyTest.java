package dev.durahook.testsupport.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private EchoServer server;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new EchoServer();
        proxy = FaultProxy.to(server.target());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void passesBytesBothWays() throws IOException {
        try (Socket socket = connect()) {
            assertAnswers(socket);
        }
        assertThat(proxy.accepted()).isEqualTo(1);
    }

    @Test
    void blackHoleStallsAnOpenConnection() throws IOException {
        try (Socket socket = connect()) {
            assertAnswers(socket);
            proxy.blackHole();
            assertStalls(socket);
        }
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void blackHoleAcceptsANewConnectionAndNeverAnswers() throws IOException {
        proxy.blackHole();
        try (Socket socket = connect()) {
            assertStalls(socket);
        }
        assertThat(server.received()).isZero();
    }

    @Test
    void blackHoledConnectionStaysDeadAfterHealing() throws IOException {
        try (Socket socket = connect()) {
            assertAnswers(socket);
            proxy.blackHole();
            proxy.heal();
            assertStalls(socket);
        }
    }

    @Test
    void newConnectionWorksAfterHealing() throws IOException {
        proxy.blackHole();
        proxy.heal();
        try (Socket socket = connect()) {
            assertAnswers(socket);
        }
    }

    @Test
    void droppedReplyWasStillAskedFor() throws IOException {
        try (Socket socket = connect()) {
            assertAnswers(socket);
            proxy.dropReplies();
            assertStalls(socket);
        }
        Await.until("second byte", () -> server.received() == 2);
    }

    @Test
    void refusalCutsOpenConnectionsAndTakesNoNewOnes() throws IOException {
        try (Socket socket = connect()) {
            assertAnswers(socket);
            proxy.refuse();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }

    @Test
    void healedRefusalListensOnTheSamePort() throws IOException {
        String before = proxy.target();
        proxy.refuse();
        proxy.heal();
        assertThat(proxy.target()).isEqualTo(before);
        try (Socket socket = connect()) {
            assertAnswers(socket);
        }
    }

    /** While a proxy refuses connections, no outgoing connection takes its port. */
    @Test
    void portIsNotInTheSystemsRangeOfOutgoingConnections() {
        assertThat(port()).isLessThan(32_768);
    }

    @Test
    void delayedBytesArriveLater() throws IOException {
        try (Socket socket = connect()) {
            assertAnswers(socket);
            proxy.delay(Duration.ofMillis(600));
            long begin = System.nanoTime();
            assertAnswers(socket);
            assertThat(System.nanoTime() - begin)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(600).toNanos());
            proxy.heal();
            assertAnswers(socket);
        }
    }

    @Test
    void resetBreaksOpenConnectionsOnly() throws IOException {
        try (Socket socket = connect()) {
            assertAnswers(socket);
            proxy.reset();
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        try (Socket socket = connect()) {
            assertAnswers(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", port());
        socket.setSoTimeout((int) Await.PATIENCE.toMillis());
        return socket;
    }

    private int port() {
        String target = proxy.target();
        return Integer.parseInt(target.substring(target.indexOf(':') + 1));
    }

    private static void assertAnswers(Socket socket) throws IOException {
        socket.getOutputStream().write('x');
        assertThat(socket.getInputStream().read()).isEqualTo('x');
    }

    private static void assertStalls(Socket socket) throws IOException {
        socket.setSoTimeout(300);
        socket.getOutputStream().write('x');
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }
}
