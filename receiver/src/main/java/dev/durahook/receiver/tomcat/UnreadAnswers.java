package dev.durahook.receiver.tomcat;

import org.apache.coyote.Response;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection before the answers on it can fill its send buffer: a thread that writes into a full buffer waits
 * for the sender to read. How much a sender has read is unknown, so all answers of the connection count. The
 * connection ends as if {@code server.tomcat.max-keep-alive-requests} were reached: the last answer announces the
 * end.
 */
final class UnreadAnswers {

    /**
     * In bytes. The smallest send buffer takes 16 kB of answers: Linux makes it for a sender that announces segments
     * of 88 bytes. An answer to a stranger has at most 800 bytes, and two answers more than fit into this limit may
     * be sent.
     */
    private static final int MOST = 10_000;

    /** In bytes: the status line, and the answer to {@code Expect: 100-continue}. */
    private static final int STATUS_LINES = 64;

    /** In bytes: a colon, a space, and the end of a line. */
    private static final int AROUND_HEADER = 4;

    private final AbstractHttp11Protocol<?> protocol;
    private @Nullable SocketWrapperBase<?> connection;

    UnreadAnswers(AbstractHttp11Protocol<?> protocol) {
        this.protocol = protocol;
    }

    /** Counts answers on this connection from now on. */
    void on(SocketWrapperBase<?> other) {
        connection = other;
    }

    /** Counts an answer that is complete. */
    void count(Response response) {
        SocketWrapperBase<?> current = connection;
        if (current != null) {
            long requests = size(response) * protocol.getMaxKeepAliveRequests() / MOST;
            long left = current.decrementKeepAlive() + 1 - requests;
            current.setKeepAliveLeft((int) Math.max(0, left));
        }
    }

    private static long size(Response response) {
        MimeHeaders headers = response.getMimeHeaders();
        long size = STATUS_LINES + response.getContentWritten();
        for (int i = 0; i < headers.size(); i++) {
            size += headers.getName(i).getLength() + headers.getValue(i).getLength() + AROUND_HEADER;
        }
        return size;
    }
}
