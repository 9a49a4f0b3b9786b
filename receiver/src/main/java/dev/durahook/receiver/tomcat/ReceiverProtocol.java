package dev.durahook.receiver.tomcat;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as Tomcat speaks it, with a deadline for the headers. Tomcat has one for each read alone, so that a byte now and
 * then would keep a connection for ever. Public because Tomcat makes it, by its name.
 */
public final class ReceiverProtocol extends Http11NioProtocol {

    private static final long TICK_MILLIS = 500;

    private @Nullable HeaderDeadline deadline;
    private @Nullable ScheduledFuture<?> ticks;

    /**
     * HTTP/1.1 with smaller buffers than Tomcat's: they are most of what a connection takes, and deliveries are small.
     * Nobody sends trailers with a delivery.
     */
    public ReceiverProtocol() {
        setProperty("socket.appReadBufSize", "4096");
        setProperty("socket.appWriteBufSize", "4096");
        setMaxTrailerSize(1_024);
    }

    /** To be set before the server starts. */
    void setHeaderDeadline(HeaderDeadline deadline) {
        this.deadline = deadline;
    }

    @Override
    protected Processor createProcessor() {
        return new ReceiverProcessor(this, getAdapter());
    }

    @Override
    public void start() throws Exception {
        super.start();
        HeaderDeadline enforced = deadline;
        if (enforced != null) {
            AbstractEndpoint<NioChannel, ?> endpoint = getEndpoint();
            ticks = getUtilityExecutor()
                    .scheduleWithFixedDelay(
                            () -> enforced.enforce(endpoint.getConnections()),
                            TICK_MILLIS,
                            TICK_MILLIS,
                            TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() throws Exception {
        if (ticks != null) {
            ticks.cancel(false);
        }
        super.stop();
    }
}
