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

/** Reads one request after the other from a connection, as Tomcat does, but for two things. */
final class ReceiverProcessor extends Http11Processor {

    ReceiverProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
        super(protocol, adapter);
    }

    /**
     * Blank lines in front of a request are allowed. Tomcat forgets that it has read some, and would do so for ever: here
     * the time for the headers begins with them.
     */
    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        SocketState state = super.service(connection);
        return state == SocketState.OPEN && hasBegun() ? SocketState.LONG : state;
    }

    /** A name with an underscore, as that of an upstream in a proxy's configuration. Tomcat refuses those alone. */
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

    /** Whether it has been reading the headers of a request for longer than this. Only while no thread uses it. */
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
