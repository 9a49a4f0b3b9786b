package dev.durahook.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that can't choose their own. */
public final class FreePort {

    // Below the ports that systems give to outgoing connections, which would take one between look and use.
    private static final int FIRST = 15_000;
    private static final int LAST = 30_000;
    private static final int TRIES = 1_000;

    private FreePort() {}

    /** A loopback port that nobody listens on, and the one 1000 above it neither, which Temporal's Web UI takes. */
    public static int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
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
