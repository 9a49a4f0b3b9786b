package dev.durahook.receiver.tomcat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 processor with five changes: blank lines count for the header time-out, the keep-alive time-out
 * also follows a request that was answered in the background, host names may have underscores, nothing behind a body in
 * chunks is read before the request is answered, and a connection ends before its answers fill the send buffer.
 */
final class ReceiverProcessor extends Http11Processor {

    private final AbstractHttp11Protocol<?> protocol;
    private final UnreadAnswers answers;
    private boolean isBetweenRequests;

    ReceiverProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
        this(protocol, adapter, new UnreadAnswers(protocol));
    }

    private ReceiverProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, UnreadAnswers answers) {
        super(protocol, new ReceiverAdapter(adapter, answers));
        this.protocol = protocol;
        this.answers = answers;
    }

    /**
     * Starts the header time-out at blank lines before a request too. HTTP allows them, but Tomcat does not count them
     * as the beginning of a request, so a sender could send blank lines for ever.
     *
     * <p>Sets the keep-alive time-out if a request was answered in the background and no other has begun.
     */
    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        boolean isKeptAlive = isBetweenRequests;
        isBetweenRequests = false;
        answers.on(connection);
        SocketState state = super.service(connection);
        if (state != SocketState.OPEN) {
            return state;
        }
        if (hasBegun()) {
            return SocketState.LONG;
        }
        if (isKeptAlive) {
            connection.setReadTimeout(protocol.getKeepAliveTimeout());
        }
        return state;
    }

    // If the connection stays open, Tomcat calls service next, for a request that may have arrived. Tomcat 11.0.27
    // sets the keep-alive time-out here, and leaves it if a part of the next request is in the buffer: the next
    // request would have the time of an idle connection.
    @Override
    protected SocketState dispatchEndRequest() {
        SocketState state = super.dispatchEndRequest();
        isBetweenRequests = state == SocketState.OPEN;
        SocketWrapperBase<?> connection = getSocketWrapper();
        if (isBetweenRequests && connection != null) {
            connection.setReadTimeout(protocol.getConnectionTimeout());
        }
        return state;
    }

    /**
     * Does nothing on a thread that processes this connection already. At the end of a body in chunks, Tomcat 11.0.27
     * asks even such a thread to process the connection, for the end of the body to be noticed. The thread would take
     * another processor and read the bytes that follow as a new request, from any place in the middle of the next
     * request, before this request is answered. Without that, the adapter notices the end of the body as soon as the
     * listener returns.
     */
    @Override
    protected void executeDispatches() {
        if (request.isRequestThread()) {
            clearDispatches();
        } else {
            super.executeDispatches();
        }
    }

    /**
     * Accepts a host name with an underscore, as upstreams in a proxy's configuration often have. Tomcat refuses such
     * names.
     */
    @Override
    protected void parseHost(@Nullable MessageBytes value) {
        String host = value == null ? null : value.toString();
        if (host == null || host.indexOf('_') < 0) {
            super.parseHost(value);
            return;
        }
        super.parseHost(bytes(host.replace('_', '-')));
        if (!getErrorState().isError()) {
            request.serverName().setString(host.replaceFirst(":\\d+$", ""));
        }
    }

    /**
     * Whether the headers of a request have been arriving for longer than this. Must be called only while no thread
     * processes the connection.
     */
    boolean isReadingHeadersForLongerThan(Duration timeout) {
        return !isAsync() && !isUpgrade() && hasBegun() && System.nanoTime() - begin() > timeout.toNanos();
    }

    private boolean hasBegun() {
        return begin() != -1;
    }

    private long begin() {
        return request.getStartTimeNanos();
    }

    private static MessageBytes bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        MessageBytes value = MessageBytes.newInstance();
        value.setBytes(bytes, 0, bytes.length);
        return value;
    }
}
