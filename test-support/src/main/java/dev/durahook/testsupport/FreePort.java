package dev.durahook.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for servers that can't choose a free port themselves. */
public final class FreePort {

    // Below the range of outgoing connections: such a connection could take a port between this check and its use.
    private static final int FIRST = 15_000;
    private static final int LAST = 30_000;
    private static final int TRIES = 1_000;

    // Test classes run in several JVMs at once, also of several modules. A JVM locks a file for each port that it has
    // handed out, so no other JVM hands out the same port. The system releases the locks when the JVM ends.
    private static final Path CLAIMS =
            Path.of(System.getProperty("java.io.tmpdir"), "durahook-ports-" + System.getProperty("user.name"));
    private static final Set<Integer> CLAIMED = new HashSet<>();
    // Garbage collection would close a channel that is not referenced, and so release its lock.
    private static final List<FileChannel> CHANNELS = new ArrayList<>();

    private FreePort() {}

    /** A free loopback port. The port 1000 above it is free too: Temporal's Web UI uses it. */
    public static synchronized int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && isFree(port + 1_000) && isClaimed(port) && isClaimed(port + 1_000)) {
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

    private static boolean isClaimed(int port) {
        if (!CLAIMED.add(port)) {
            return false;
        }
        try {
            Files.createDirectories(CLAIMS);
            FileChannel claim = FileChannel.open(
                    CLAIMS.resolve(String.valueOf(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (claim.tryLock() != null) {
                CHANNELS.add(claim);
                return true;
            }
            claim.close();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
