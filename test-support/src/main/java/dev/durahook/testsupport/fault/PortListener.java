package dev.durahook.testsupport.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Accepts connections on a loopback port until it is closed. When {@link #close} returns, the port is free. */
public final class PortListener implements AutoCloseable {

    private static final int TRIES = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ServerSocket socket;
    private final Thread acceptor;

    private PortListener(ServerSocket socket, Consumer<Socket> accepted) {
        this.socket = socket;
        this.acceptor = DaemonThread.run("listener", () -> acceptAll(accepted));
    }

    /** Listens on a free port. */
    public static PortListener onFreePort(Consumer<Socket> accepted) {
        return on(0, accepted);
    }

    /**
     * Listens on a port; 0 takes a free one. A process that this JVM has just started may hold the socket of a listener
     * that was closed, until it has closed what it has inherited. So a port that is taken is tried for a while.
     */
    static PortListener on(int port, Consumer<Socket> accepted) {
        for (int left = TRIES; ; left--) {
            try {
                return on(bound(port), accepted);
            } catch (BindException taken) {
                if (left == 0) {
                    throw new UncheckedIOException(taken);
                }
                pause();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Listens on a socket that is bound already, such as one of TLS. */
    public static PortListener on(ServerSocket socket, Consumer<Socket> accepted) {
        return new PortListener(socket, accepted);
    }

    /** The port on which it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    // Waits for the thread, because the kernel keeps the port open as long as a thread waits in accept.
    @Override
    public void close() {
        try {
            socket.close();
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptAll(Consumer<Socket> accepted) throws IOException {
        while (!socket.isClosed()) {
            accepted.accept(socket.accept());
        }
    }
}
