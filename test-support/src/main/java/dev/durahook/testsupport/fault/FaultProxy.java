package dev.durahook.testsupport.fault;

import dev.durahook.testsupport.FreePort;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A proxy in front of a server. A test can make the proxy fail. A disturbed connection never recovers, as after a
 * lost NAT entry; after {@link #heal} new connections work.
 */
public final class FaultProxy implements AutoCloseable {

    private final InetSocketAddress upstream;
    private final int port;
    private final Queue<ProxiedConnection> connections = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile ConnectionFault fault = ConnectionFault.NONE;
    private volatile Duration delay = Duration.ZERO;
    private @Nullable PortListener listener;

    private FaultProxy(InetSocketAddress upstream, int port) {
        this.upstream = upstream;
        this.port = listen(port);
    }

    /**
     * Starts a proxy that passes everything on to {@code host:port}. Its port belongs to this JVM, also while the proxy
     * refuses connections.
     */
    public static FaultProxy to(String target) {
        return to(target, FreePort.next());
    }

    /**
     * Starts a proxy on a port.
     *
     * @param target the server's address, as {@code host:port}
     * @param port the port of the proxy. If an outgoing connection could have this port, the port may be taken when a
     *     proxy that refuses connections heals
     */
    public static FaultProxy to(String target, int port) {
        int colon = target.lastIndexOf(':');
        return new FaultProxy(
                new InetSocketAddress(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1))), port);
    }

    /** The proxy's address, as {@code host:port}. It never changes. */
    public String target() {
        return "127.0.0.1:" + port;
    }

    /** How many connections were accepted so far. */
    public int accepted() {
        return accepted.get();
    }

    /** From now on the bytes of both directions are dropped. New connections are accepted and never answered. */
    public void blackHole() {
        fail(ConnectionFault.BLACK_HOLE);
    }

    /** From now on the server receives requests, but its answers are dropped. */
    public void dropReplies() {
        fail(ConnectionFault.DROP_REPLIES);
    }

    /** From now on all bytes arrive later by this time, also on open connections, until {@link #heal}. */
    public void delay(Duration time) {
        delay = time;
    }

    /** Breaks every open connection with a TCP reset. New connections are passed on. */
    public void reset() {
        connections.forEach(ProxiedConnection::reset);
    }

    /** Closes every connection and refuses new ones, as if the server had ended. */
    public void refuse() {
        PortListener closing;
        synchronized (this) {
            closing = listener;
            listener = null;
        }
        if (closing != null) {
            closing.close();
        }
        connections.forEach(ProxiedConnection::cut);
    }

    /** Passes new connections on again. */
    public synchronized void heal() {
        fault = ConnectionFault.NONE;
        delay = Duration.ZERO;
        if (listener == null) {
            listen(port);
        }
    }

    @Override
    public void close() {
        refuse();
    }

    private synchronized void fail(ConnectionFault next) {
        fault = next;
        connections.forEach(connection -> connection.fail(next));
    }

    private int listen(int wanted) {
        PortListener opened = PortListener.on(wanted, this::accept);
        listener = opened;
        return opened.port();
    }

    private synchronized void accept(Socket client) {
        ProxiedConnection connection = new ProxiedConnection(client, fault, () -> delay);
        accepted.incrementAndGet();
        connections.removeIf(ProxiedConnection::isClosed);
        connections.add(connection);
        if (listener == null) {
            connection.cut();
        } else {
            connection.open(upstream);
        }
    }
}
