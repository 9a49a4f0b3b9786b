package dev.durahook.worker.destination.http.client;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets a destination's silence end a call a moment before the call's whole time is over. OkHttp looks for a dead HTTP/2
 * connection only after a silence: it then sends a ping, and uses the connection no more if there is no answer. A call
 * whose whole time is over says nothing about its connection. Without this class, the next requests would go to a host
 * that has vanished, for as long as the operating system keeps the connection, which is a quarter of an hour on Linux.
 */
final class CallTime implements Interceptor {

    // How much of a call's time a silence may take.
    private static final int SILENT_PERCENT = 95;

    @Override
    public Response intercept(Chain chain) throws IOException {
        long whole = TimeUnit.NANOSECONDS.toMillis(chain.call().timeout().timeoutNanos());
        long silent = Math.max(1, whole * SILENT_PERCENT / 100);
        return chain.withReadTimeout(shorter(chain.readTimeoutMillis(), silent), TimeUnit.MILLISECONDS)
                .withWriteTimeout(shorter(chain.writeTimeoutMillis(), silent), TimeUnit.MILLISECONDS)
                .proceed(chain.request());
    }

    private static int shorter(int declared, long most) {
        return (int) Math.min(declared, most);
    }
}
