package dev.durahook.receiver.tomcat;

import dev.durahook.connection.watch.FaultBarrier;
import java.util.Collection;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 with a deadline for the headers as a whole, and with connections that wait long for their next
 * request unless connections are scarce. Tomcat only limits the time of each read, so a byte now and then would keep a
 * connection open for ever. Public because Tomcat creates it by class name, and an application does for connectors of its
 * own.
 */
public final class ReceiverProtocol extends Http11NioProtocol {

    private static final long TICK_MILLIS = 500;

    // A proxy has to close an idle connection first: a delivery on a connection that the receiver is closing is lost,
    // and a proxy must not send a POST twice. Google's load balancers keep connections for 600 s, and others for less:
    // https://cloud.google.com/load-balancing/docs/https#timeout_and_keepalive
    private static final int KEEP_ALIVE_MILLIS = 620_000;

    private final FaultBarrier barrier = new FaultBarrier("The check for slow and idle connections");
    private @Nullable HeaderDeadline deadline;
    private @Nullable ScheduledFuture<?> ticks;

    /**
     * Uses smaller buffers than Tomcat's defaults, because buffers are most of a connection's memory and deliveries are
     * small. Trailers are kept short, since senders don't use them. The application can set another keep-alive time-out
     * with {@code server.tomcat.keep-alive-timeout}.
     */
    public ReceiverProtocol() {
        setProperty("socket.appReadBufSize", "4096");
        setProperty("socket.appWriteBufSize", "4096");
        setMaxTrailerSize(1_024);
        setKeepAliveTimeout(KEEP_ALIVE_MILLIS);
    }

    /** Must be called before the server starts. */
    void setHeaderDeadline(HeaderDeadline deadline) {
        this.deadline = deadline;
    }

    /** Replaces "no limit" by the highest limit, because {@link UnreadAnswers} counts down from the limit. */
    @Override
    public void setMaxKeepAliveRequests(int requests) {
        super.setMaxKeepAliveRequests(requests > 0 ? requests : Integer.MAX_VALUE);
    }

    @Override
    public @Nullable UpgradeProtocol getUpgradeProtocol(String name) {
        UpgradeProtocol protocol = super.getUpgradeProtocol(name);
        return protocol == null ? null : new BodilessUpgrade(protocol, this::getAdapter);
    }

    @Override
    protected Processor createProcessor() {
        return new ReceiverProcessor(this, getAdapter());
    }

    @Override
    public void start() throws Exception {
        super.start();
        ticks = getUtilityExecutor()
                .scheduleWithFixedDelay(() -> barrier.run(this::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        Collection<SocketWrapperBase<NioChannel>> connections = getEndpoint().getConnections();
        HeaderDeadline enforced = deadline;
        if (enforced != null) {
            enforced.enforce(connections);
        }
        IdleConnections.of(this).limit(connections);
    }

    @Override
    public void stop() throws Exception {
        if (ticks != null) {
            ticks.cancel(false);
        }
        super.stop();
    }
}
