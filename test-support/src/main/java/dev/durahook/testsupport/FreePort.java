package dev.durahook.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for servers that can't choose a free port themselves. */
public final class FreePort {

    // Below the range of outgoing connections: such a connection could take a port between this check and its use.
    private static final int FIRST = 15_000;
    private static final int LAST = 30_000;
    private static final int TRIES = 1_000;

    // Test classes run in several JVMs at once: each takes every eighth port, so no two take the same.
    private static final int FORKS = 8;
    private static final int FORK = Integer.getInteger("test.fork", 0) % FORKS;

    private FreePort() {}

    /** A free loopback port. The port 1000 above it is free too: Temporal's Web UI uses it. */
    public static int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST / FORKS, LAST / FORKS) * FORKS + FORK;
            if (isFree(port) && isFree(port + 1_000)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
