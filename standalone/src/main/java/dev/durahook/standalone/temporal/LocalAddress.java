package dev.durahook.standalone.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/** Loopback addresses, which can't be reached from another machine. */
public final class LocalAddress {

    /** The IPv4 loopback address. */
    public static final String HOST = "127.0.0.1";

    private LocalAddress() {}

    /** The address of a port, as {@code host:port}. */
    public static String target(int port) {
        return HOST + ":" + port;
    }

    /**
     * The Web UI's address, with the name {@code localhost}: a browser accepts the cookie that the Web UI's actions
     * need from this name.
     */
    public static URI webUi(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** An IPv4 address even if the JVM prefers IPv6: the development server listens on {@link #HOST}. */
    static InetSocketAddress socketAddress(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Whether a program could listen on this port of {@link #HOST} now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(socketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A port of {@link #HOST} that is free now; another program may take it at any time.
     *
     * @throws UncheckedIOException if no port is free
     */
    public static int anyFreePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(socketAddress(0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + HOST, e);
        }
    }
}
