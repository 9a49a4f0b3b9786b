package dev.durahook.testsupport.frontend;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A fake Temporal frontend on a port of its own. A test decides how the frontend answers starts; other calls get
 * the least that the SDK needs. The frontend can do what a real server does not do on demand, such as running out of
 * quota.
 */
public final class FakeFrontend implements AutoCloseable {

    private final CannedWorkflowService service = new CannedWorkflowService();
    private final Queue<LimitedCapacity> capacities = new ConcurrentLinkedQueue<>();
    private final HeaderRecorder headers = new HeaderRecorder();
    private final Server server;
    private final int port;

    private FakeFrontend(@Nullable SslContext tls) {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .intercept(headers)
                .addService(service)
                .addService(new CannedHealthService());
        this.server = (tls == null ? builder : builder.sslContext(tls)).build();
        try {
            port = server.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a frontend without TLS. */
    public static FakeFrontend start() {
        return new FakeFrontend(null);
    }

    /** Starts a frontend with this TLS context. */
    public static FakeFrontend start(SslContext tls) {
        return new FakeFrontend(tls);
    }

    /** From now on every start is answered with this status; {@link Status#OK} accepts it. */
    public void answerStartsWith(Status status) {
        service.answerStartsWith(status);
    }

    /**
     * From now on only a number of starts are stored at the same time, and each takes a fixed time. The other starts
     * wait, even if their callers give up. The last call of this method counts.
     */
    public void serve(int atATime, Duration each) {
        LimitedCapacity changed = new LimitedCapacity(atATime, each);
        capacities.add(changed);
        service.serve(changed);
    }

    /** From now on the frontend reports this cluster ID and this namespace ID. Until then it reports neither. */
    public void identify(String clusterId, String namespaceId) {
        service.identify(clusterId, namespaceId);
    }

    /** How many starts were stored, whether or not their callers waited for the answer. */
    public int stored() {
        return service.stored();
    }

    /**
     * How many starts were requested. The SDK repeats a call that gets no answer for 10 s, as it may on a machine that stands
     * still: such a call has the request ID of the first, and does not count again.
     */
    public int starts() {
        return service.starts();
    }

    /** How many calls requested a start, repeated calls included. */
    public int startCalls() {
        return service.startCalls();
    }

    /** The headers of every call so far, in order. */
    public List<Metadata> headers() {
        return headers.all();
    }

    /** The frontend's address, as {@code host:port}. */
    public String target() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdownNow();
        capacities.forEach(LimitedCapacity::close);
    }
}
