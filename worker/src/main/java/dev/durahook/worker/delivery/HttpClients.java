package dev.durahook.worker.delivery;

import java.net.Proxy;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The HTTP client of each destination. All share one pool of connections. */
final class HttpClients implements AutoCloseable {

    // Of HTTP/2. Many servers end a connection after five seconds of silence.
    private static final int KEPT_SECONDS = 4;

    private final OkHttpClient shared;
    private final boolean blockPrivateNetworks;

    /**
     * The clients.
     *
     * @param builder what they have in common beside what a delivery needs
     * @param idleConnections how many connections of HTTP/2 are kept for the next request
     * @param blockPrivateNetworks whether the guard is on
     */
    HttpClients(OkHttpClient.Builder builder, int idleConnections, boolean blockPrivateNetworks) {
        this.shared = builder.connectionPool(new ConnectionPool(idleConnections, KEPT_SECONDS, TimeUnit.SECONDS))
                .addNetworkInterceptor(new OwnConnection())
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(chain -> RetryAfter.readable(chain.proceed(chain.request())))
                .build();
        this.blockPrivateNetworks = blockPrivateNetworks;
    }

    OkHttpClient of(Destination destination) {
        OkHttpClient.Builder builder = shared.newBuilder()
                .connectTimeout(destination.timeouts().connect())
                .readTimeout(destination.timeouts().request())
                .writeTimeout(destination.timeouts().request());
        return (isGuarded(destination) ? guarded(builder) : builder).build();
    }

    private boolean isGuarded(Destination destination) {
        return blockPrivateNetworks && !destination.allowPrivateNetwork();
    }

    // A proxy connects by itself, past the guard.
    private OkHttpClient.Builder guarded(OkHttpClient.Builder builder) {
        return builder.socketFactory(new GuardedSockets()).proxy(Proxy.NO_PROXY);
    }

    @Override
    public void close() {
        shared.connectionPool().evictAll();
    }
}
