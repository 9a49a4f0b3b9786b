package dev.durahook.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

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
    // Garbage collection would close a channel that is not referenced, and so release its lock.
    private static final Map<Integer, FileChannel> CLAIMED = new HashMap<>();

    private FreePort() {}

    /** A free loopback port. The port 1000 above it is free too: Temporal's Web UI uses it. */
    public static synchronized int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (take(port) && take(port + 1_000)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + LAST);
    }

    /** The first of some free loopback ports in a row, for a program that takes its ports from one port on. */
    public static synchronized int firstOf(int count) {
        for (int i = 0; i < TRIES; i++) {
            int first = ThreadLocalRandom.current().nextInt(FIRST, LAST - count);
            if (IntStream.range(first, first + count).allMatch(FreePort::take)) {
                return first;
            }
        }
        throw new IllegalStateException("no " + count + " free ports in a row from " + FIRST + " to " + LAST);
    }

    private static boolean take(int port) {
        return claim(port) && isFree(port);
    }

    // Listening on the port for a moment would be the surer check. But a process that another thread starts in that
    // moment
    // inherits the socket, and keeps the port taken until it has closed what it has inherited.
    private static boolean isFree(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    // False if this JVM or another JVM has claimed the port.
    private static boolean claim(int port) {
        if (CLAIMED.containsKey(port)) {
            return false;
        }
        try {
            Files.createDirectories(CLAIMS);
            FileChannel claim = FileChannel.open(
                    CLAIMS.resolve(String.valueOf(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (claim.tryLock() != null) {
                CLAIMED.put(port, claim);
                return true;
            }
            claim.close();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
