package dev.durahook.worker.destination;

import java.net.Proxy;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The HTTP clients of the destinations. All clients share one pool of connections. */
final class HttpClients implements AutoCloseable {

    // How long an idle HTTP/2 connection is kept. Many servers close a connection that has been idle for five seconds.
    private static final int KEPT_SECONDS = 4;

    private final OkHttpClient shared;
    private final boolean blockPrivateNetworks;

    /**
     * Prepares the settings that all clients share.
     *
     * @param builder settings of all clients beside those that a delivery needs
     * @param idleConnections how many idle HTTP/2 connections are kept for the next request
     * @param blockPrivateNetworks whether connections to private networks are refused
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

    OkHttpClient of(HttpDestination destination) {
        OkHttpClient.Builder builder = shared.newBuilder()
                .connectTimeout(destination.timeouts().connect())
                .readTimeout(destination.timeouts().request())
                .writeTimeout(destination.timeouts().request());
        return (isGuarded(destination) ? guarded(builder) : builder).build();
    }

    private boolean isGuarded(HttpDestination destination) {
        return blockPrivateNetworks && !destination.allowPrivateNetwork();
    }

    // A proxy connects to the destination itself, so the guarded socket could not check the address.
    private OkHttpClient.Builder guarded(OkHttpClient.Builder builder) {
        return builder.socketFactory(new GuardedSockets()).proxy(Proxy.NO_PROXY);
    }

    @Override
    public void close() {
        shared.connectionPool().evictAll();
    }
}
