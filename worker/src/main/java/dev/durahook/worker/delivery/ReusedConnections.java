package dev.durahook.worker.delivery;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Keeps a request off a connection that its destination has ended, or may end in the next moment. On such a connection
 * the request would have no answer, and nothing could tell whether it had an effect. OkHttp itself looks at a connection
 * only after ten seconds of silence, and takes an answer of HTTP/1.0 for one that keeps the connection.
 *
 * <p>HTTP/2 needs none of it: there a destination says that it ends a connection, and which requests it has not seen.
 */
final class ReusedConnections implements Interceptor {

    /** When each connection that has carried an answer must no longer be used, on the clock of the process. */
    private final Map<Connection, Long> usableUntil = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        if (connection == null || connection.protocol() == Protocol.HTTP_2) {
            return chain.proceed(chain.request());
        }
        Long until = usableUntil.remove(connection);
        if (until != null && (System.nanoTime() - until >= 0 || hasEnded(connection.socket()))) {
            connection.socket().close();
            throw new EndedConnectionException();
        }
        Response response = chain.proceed(chain.request());
        usableUntil.put(connection, System.nanoTime() + KeepAlive.of(response).toNanos());
        return response;
    }

    // An idle connection has nothing to read. An end, or anything else that came unasked, makes it useless.
    private static boolean hasEnded(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            socket.setSoTimeout(1);
            try {
                socket.getInputStream().read();
                return true;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }
}
