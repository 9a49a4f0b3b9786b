package dev.durahook.worker.destination.http.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets each wait of a call end a moment before the call's whole time is over, because the end of the whole time says
 * nothing about the cause.
 *
 * <p>OkHttp looks for a dead HTTP/2 connection only after a silence of the destination: it then sends a ping, and uses the
 * connection no more if there is no answer. Otherwise the next requests would go to a host that has vanished, for as long
 * as the operating system keeps the connection, which is a quarter of an hour on Linux. And OkHttp does not end the
 * look-up of a host when the call's time is over.
 */
final class CallTime implements Interceptor {

    // How much of a call's time a wait may take.
    private static final int PERCENT = 95;

    // The thread that executes a call also looks up the host, and OkHttp does not hand the call to the look-up.
    private static final ThreadLocal<Long> END = new ThreadLocal<>();

    /** Shortens the longest wait of the call that the calling thread executes to what is left of the call's time. */
    static Duration left(Duration longest) {
        Long end = END.get();
        if (end == null) {
            return longest;
        }
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return left.compareTo(longest) < 0 ? left : longest;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        long nanos = chain.call().timeout().timeoutNanos() / 100 * PERCENT;
        int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        END.set(System.nanoTime() + nanos);
        try {
            return chain.withReadTimeout(Math.min(chain.readTimeoutMillis(), millis), TimeUnit.MILLISECONDS)
                    .withWriteTimeout(Math.min(chain.writeTimeoutMillis(), millis), TimeUnit.MILLISECONDS)
                    .proceed(chain.request());
        } finally {
            END.remove();
        }
    }
}
