package dev.durahook.worker.destination.http.client;

import dev.durahook.worker.destination.address.GuardedSockets;
import java.net.Proxy;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Creates the HTTP clients of the destinations. Each client has a pool of connections of its own. */
public final class HttpClients implements AutoCloseable {

    // How long an idle HTTP/2 connection is kept. Many servers close a connection that has been idle for five seconds.
    private static final int KEPT_SECONDS = 4;

    // The name servers get a little longer than connect-timeout: Linux asks the second one after five seconds, and five
    // seconds are the default. https://man7.org/linux/man-pages/man5/resolv.conf.5.html
    private static final Duration SECOND_SERVER = Duration.ofSeconds(2);

    // The threads go on with look-ups that no attempt waits for any more.
    private static final ExecutorService LOOK_UPS = Executors.newCachedThreadPool(threads());

    private final OkHttpClient common;
    private final LookUps lookUps;
    private final Queue<ConnectionPool> pools = new ConcurrentLinkedQueue<>();

    /**
     * Prepares the settings that all clients have in common.
     *
     * @param builder settings of all clients, in addition to those that a destination needs
     */
    public HttpClients(OkHttpClient.Builder builder) {
        this.common = builder.addInterceptor(new CallTime())
                .addNetworkInterceptor(new OwnConnection())
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(chain -> RetryAfter.readable(chain.proceed(chain.request())))
                .build();
        this.lookUps = new LookUps(common.dns(), LOOK_UPS);
    }

    private static CustomizableThreadFactory threads() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("durahook-look-up-");
        threads.setDaemon(true);
        return threads;
    }

    /**
     * Creates the client of a destination.
     *
     * @param idleConnections how many idle HTTP/2 connections are kept for the next request
     * @param isGuarded whether connections to private networks are refused
     */
    public OkHttpClient of(Timeouts timeouts, int idleConnections, boolean isGuarded) {
        ConnectionPool pool = new ConnectionPool(idleConnections, KEPT_SECONDS, TimeUnit.SECONDS);
        pools.add(pool);
        OkHttpClient.Builder builder = common.newBuilder()
                .connectionPool(pool)
                .dns(host -> lookUps.of(host, CallTime.left(timeouts.connect().plus(SECOND_SERVER))))
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.request())
                .writeTimeout(timeouts.request());
        return (isGuarded ? guarded(builder) : builder).build();
    }

    // A proxy connects to the destination itself, so the guarded socket could not check the address.
    private static OkHttpClient.Builder guarded(OkHttpClient.Builder builder) {
        return builder.socketFactory(new GuardedSockets()).proxy(Proxy.NO_PROXY);
    }

    @Override
    public void close() {
        pools.forEach(ConnectionPool::evictAll);
    }
}
