package dev.durahook.testsupport.fault;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A proxy in front of a server. A test can make the proxy fail. A disturbed connection never recovers, as after a
 * lost NAT entry; after {@link #heal} new connections work.
 */
public final class FaultProxy implements AutoCloseable {

    private final InetSocketAddress upstream;
    private final int port;
    private final Queue<ProxiedConnection> connections = new ConcurrentLinkedQueue<>();
    private volatile ConnectionFault fault = ConnectionFault.NONE;
    private @Nullable PortListener listener;

    private FaultProxy(InetSocketAddress upstream) {
        this.upstream = upstream;
        this.port = listen(0);
    }

    /** Starts a proxy that passes everything on to {@code host:port}. */
    public static FaultProxy to(String target) {
        int colon = target.lastIndexOf(':');
        return new FaultProxy(
                new InetSocketAddress(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1))));
    }

    /** The proxy's address, as {@code host:port}. It never changes. */
    public String target() {
        return "127.0.0.1:" + port;
    }

    /** How many connections were accepted so far. */
    public int accepted() {
        return connections.size();
    }

    /** From now on the bytes of both directions are dropped. New connections are accepted and never answered. */
    public void blackHole() {
        fail(ConnectionFault.BLACK_HOLE);
    }

    /** From now on the server receives requests, but its answers are dropped. */
    public void dropReplies() {
        fail(ConnectionFault.DROP_REPLIES);
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
        ProxiedConnection connection = new ProxiedConnection(client, fault);
        connections.add(connection);
        if (listener == null) {
            connection.cut();
        } else {
            connection.open(upstream);
        }
    }
}
