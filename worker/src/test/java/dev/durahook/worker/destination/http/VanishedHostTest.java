package dev.durahook.worker.destination.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.fault.DaemonThread;
import dev.durahook.testsupport.fault.PortListener;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A host that speaks HTTP/2 and vanishes without closing its connections. The next requests must not go to the host for
 * as long as the operating system keeps the connection, which is a quarter of an hour on Linux.
 */
@Execution(ExecutionMode.CONCURRENT)
class VanishedHostTest {

    // Enough for a client that notices slowly on a busy machine, and far less than a quarter of an hour.
    private static final int MOST_ATTEMPTS = 20;

    @Test
    void connectionOfAVanishedHostIsLeftAlsoIfAnAttemptTakesNoLongerThanASilence() throws IOException {
        assertThat(attemptsUntilAnswered("15s", "1s")).isBetween(2, MOST_ATTEMPTS);
    }

    @Test
    void connectionOfAVanishedHostIsLeftIfAnAttemptMayTakeLongerThanASilence() throws IOException {
        assertThat(attemptsUntilAnswered("1s", "15s")).isBetween(2, MOST_ATTEMPTS);
    }

    private static int attemptsUntilAnswered(String request, String total) {
        try (Hosts hosts = new Hosts();
                CrmSender crm = CrmSender.to(
                        CrmDeclaration.crm(hosts.url())
                                .with("request-timeout", request)
                                .with("total-timeout", total),
                        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)))) {
            for (int attempts = 1; attempts <= MOST_ATTEMPTS; attempts++) {
                if (crm.failure() == null) {
                    assertThat(hosts.connections()).isGreaterThan(1);
                    return attempts;
                }
            }
            return MOST_ATTEMPTS + 1;
        }
    }

    /** A host that vanishes when its first connection is open, and one that answers all later connections with 200. */
    private static final class Hosts implements AutoCloseable {

        // Types and flags of frames: RFC 9113, section 6.
        private static final int DATA = 0;
        private static final int HEADERS = 1;
        private static final int SETTINGS = 4;
        private static final int PING = 6;
        private static final int ACK = 1;
        private static final int END_STREAM = 1;
        private static final int END_STREAM_AND_HEADERS = 5;

        // ":status: 200" in HPACK's static table.
        private static final byte[] STATUS_200 = {(byte) 0x88};
        private static final int PREFACE = 24;

        private final AtomicInteger connections = new AtomicInteger();
        private final PortListener listener = PortListener.onFreePort(this::accepted);

        String url() {
            return "http://127.0.0.1:" + listener.port() + "/";
        }

        int connections() {
            return connections.get();
        }

        @Override
        public void close() {
            listener.close();
        }

        private void accepted(Socket client) {
            boolean vanishes = connections.incrementAndGet() == 1;
            DaemonThread.run("hosts", () -> serve(client, vanishes));
        }

        private static void serve(Socket client, boolean vanishes) throws IOException {
            try (client) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream();
                in.readNBytes(PREFACE);
                write(out, SETTINGS, 0, 0, new byte[0]);
                while (true) {
                    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                    int type = in.readUnsignedByte();
                    int flags = in.readUnsignedByte();
                    int stream = in.readInt();
                    byte[] content = in.readNBytes(length);
                    if (type == SETTINGS && (flags & ACK) == 0) {
                        write(out, SETTINGS, ACK, 0, new byte[0]);
                    } else if (type == PING && !vanishes) {
                        write(out, PING, ACK, 0, content);
                    } else if (type == DATA && (flags & END_STREAM) != 0 && !vanishes) {
                        write(out, HEADERS, END_STREAM_AND_HEADERS, stream, STATUS_200);
                    }
                }
            }
        }

        private static void write(OutputStream out, int type, int flags, int stream, byte[] content)
                throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(9 + content.length)
                    .put((byte) 0)
                    .putShort((short) content.length)
                    .put((byte) type)
                    .put((byte) flags)
                    .putInt(stream)
                    .put(content);
            out.write(frame.array());
            out.flush();
        }
    }
}
