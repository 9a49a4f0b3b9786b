package dev.durahook.receiver.tomcat;

import java.util.Collection;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Shortens the time for which connections wait for their next request, while more than half of all connections are open.
 * Otherwise strangers could hold all connections with one request every ten minutes on each, and senders would wait.
 *
 * @param most the highest number of connections; not positive if it is not limited
 * @param keepAlive the time in milliseconds for which a connection waits for its next request
 * @param scarce the time in milliseconds for which it waits while connections are scarce
 */
record IdleConnections(int most, int keepAlive, int scarce) {

    /** The limits of a protocol, as they are now. While connections are scarce, the time for the first request holds. */
    static IdleConnections of(AbstractHttp11Protocol<?> protocol) {
        return new IdleConnections(
                protocol.getMaxConnections(), protocol.getKeepAliveTimeout(), protocol.getConnectionTimeout());
    }

    /**
     * Shortens the time of each idle connection if there are too many connections. Tomcat's poller then closes the
     * connection, unless a request has begun to arrive, which gives the connection its usual time-outs again.
     */
    <E> void limit(Collection<SocketWrapperBase<E>> connections) {
        if (most > 0 && connections.size() > most / 2 && scarce > 0 && scarce < keepAlive) {
            for (SocketWrapperBase<E> connection : connections) {
                // Only a connection between two requests has this time-out.
                if (connection.getReadTimeout() == keepAlive) {
                    connection.setReadTimeout(scarce);
                }
            }
        }
    }
}
