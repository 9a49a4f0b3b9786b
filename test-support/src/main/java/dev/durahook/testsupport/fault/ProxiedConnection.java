package dev.durahook.testsupport.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One connection through a {@link FaultProxy}. It keeps the most severe fault that it has had. */
final class ProxiedConnection {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Socket client;
    private final Socket server = new Socket();
    private final Supplier<Duration> delay;
    private final AtomicInteger openEnds = new AtomicInteger(2);
    private volatile ConnectionFault fault;

    ProxiedConnection(Socket client, ConnectionFault fault, Supplier<Duration> delay) {
        this.client = client;
        this.fault = fault;
        this.delay = delay;
    }

    void open(InetSocketAddress upstream) {
        if (fault.swallowsRequests()) {
            return;
        }
        try {
            server.connect(upstream);
            pump(client, server, () -> fault.swallowsRequests());
            pump(server, client, () -> fault.swallowsReplies());
        } catch (IOException e) {
            cut();
        }
    }

    void fail(ConnectionFault next) {
        fault = fault.and(next);
    }

    boolean isClosed() {
        return client.isClosed();
    }

    void reset() {
        resetOnClose(client);
        resetOnClose(server);
        cut();
    }

    void cut() {
        close(client);
        close(server);
    }

    private void pump(Socket from, Socket to, BooleanSupplier swallows) {
        DaemonThread.run("fault-proxy-pump", () -> {
            try {
                copy(from.getInputStream(), to.getOutputStream(), swallows);
            } finally {
                hangUp();
            }
        });
    }

    private void copy(InputStream in, OutputStream out, BooleanSupplier swallows) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int read = in.read(buffer);
        while (read >= 0) {
            pause(delay.get());
            if (!swallows.getAsBoolean()) {
                out.write(buffer, 0, read);
            }
            read = in.read(buffer);
        }
    }

    private static void pause(Duration time) throws IOException {
        if (time.isZero()) {
            return;
        }
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    // If answers are dropped, the client must not learn that the server has hung up, and vice versa. The connection
    // is closed when both have hung up.
    private void hangUp() {
        if (openEnds.decrementAndGet() == 0 || !fault.swallowsReplies()) {
            cut();
        }
    }

    private static void resetOnClose(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            // A closed connection needs no reset.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException expected) {
            // Closing is best effort: the test is over, or the peer has gone first.
        }
    }
}
