package dev.durahook.worker.destination.http.client;

import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Gives each request over HTTP/1.1 a connection of its own. A destination may close a kept connection at any moment,
 * even while the next request is on its way. That request gets no answer, and the worker can't tell whether it had an
 * effect.
 *
 * <p>HTTP/2 connections can be kept: the destination announces that it ends a connection, and which requests it has not
 * processed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112, section 9.6</a>
 */
final class OwnConnection implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        if (connection != null && connection.protocol() == Protocol.HTTP_2) {
            return chain.proceed(chain.request());
        }
        Request last =
                chain.request().newBuilder().header("Connection", "close").build();
        return chain.proceed(last);
    }
}
