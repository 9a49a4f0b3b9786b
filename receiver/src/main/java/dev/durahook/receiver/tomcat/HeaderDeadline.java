package dev.durahook.receiver.tomcat;

import dev.durahook.connection.watch.FaultBarrier;
import dev.durahook.receiver.http.refusal.Refusals;
import dev.durahook.receiver.http.refusal.ServerProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Closes connections whose request headers or TLS handshake take too long. */
final class HeaderDeadline {

    private final Duration timeout;
    private final Refusals refusals;
    private final FaultBarrier barrier = new FaultBarrier("The check for slow headers");
    private Map<SocketWrapperBase<NioChannel>, Long> handshakes = new HashMap<>();

    HeaderDeadline(Duration timeout, Refusals refusals) {
        this.timeout = timeout;
        this.refusals = refusals;
    }

    /** Checks all connections once. Must be called repeatedly, on a single thread. */
    void enforce(Collection<SocketWrapperBase<NioChannel>> connections) {
        Map<SocketWrapperBase<NioChannel>, Long> stillAtIt = new HashMap<>();
        connections.forEach(connection -> barrier.run(() -> enforce(connection, stillAtIt)));
        stillAtIt.forEach((connection, since) -> barrier.run(() -> closeIfLate(connection, since)));
        handshakes = stillAtIt;
    }

    private void enforce(SocketWrapperBase<NioChannel> connection, Map<SocketWrapperBase<NioChannel>, Long> stillAtIt) {
        if (!connection.getSocket().isHandshakeComplete()) {
            stillAtIt.put(connection, handshakes.getOrDefault(connection, System.nanoTime()));
        } else if (isLate(connection)) {
            closeUnlessUsed(connection);
        }
    }

    private boolean isLate(SocketWrapperBase<NioChannel> connection) {
        return connection.getCurrentProcessor() instanceof ReceiverProcessor processor
                && processor.isReadingHeadersForLongerThan(timeout);
    }

    // The lock is needed because a server thread may read the rest of the headers at the same time.
    private void closeUnlessUsed(SocketWrapperBase<NioChannel> connection) {
        if (connection.getLock().tryLock()) {
            try {
                if (!connection.isClosed() && isLate(connection)) {
                    answer(connection);
                    connection.close();
                }
            } finally {
                connection.getLock().unlock();
            }
        }
    }

    private void answer(SocketWrapperBase<NioChannel> connection) {
        ServerProblem problem = ServerProblem.HEADERS_TOO_SLOW;
        refusals.count(problem);
        byte[] bytes = answer(problem).getBytes(StandardCharsets.US_ASCII);
        try {
            connection.write(false, bytes, 0, bytes.length);
            connection.flush(false);
        } catch (IOException gone) {
            // The sender has disconnected and can't read the response.
        }
    }

    private static String answer(ServerProblem problem) {
        String body = problem.toJson();
        StringBuilder answer = new StringBuilder("HTTP/1.1 " + problem.status() + " \r\n");
        problem.headers()
                .forEach((name, value) ->
                        answer.append(name).append(": ").append(value).append("\r\n"));
        return answer.append("Content-Type: application/problem+json\r\nContent-Length: ")
                .append(body.length())
                .append("\r\nConnection: close\r\n\r\n")
                .append(body)
                .toString();
    }

    private void closeIfLate(SocketWrapperBase<NioChannel> connection, long since) {
        if (System.nanoTime() - since > timeout.toNanos()) {
            refusals.count(ServerProblem.HEADERS_TOO_SLOW);
            connection.close();
        }
    }
}
