package dev.durahook.testsupport.frontend;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Serves a test's own gRPC services on a port of this machine, and has a connection to them. */
public final class FrontendServer implements AutoCloseable {

    private final Server server;
    private final WorkflowServiceStubs stubs;

    private FrontendServer(List<BindableService> services) {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        services.forEach(builder::addService);
        server = builder.build();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(target()).build());
    }

    /** Starts a server. */
    public static FrontendServer of(BindableService... services) {
        return new FrontendServer(List.of(services));
    }

    /** The server's address, as {@code host:port}. */
    public String target() {
        return "127.0.0.1:" + server.getPort();
    }

    /** The connection, which is made at the first call. */
    public WorkflowServiceStubs stubs() {
        return stubs;
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        server.shutdownNow();
    }
}
