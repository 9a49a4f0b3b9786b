package dev.durahook.standalone;

import dev.durahook.connection.profile.TemporalEnvironment;
import dev.durahook.standalone.devserver.Detachment;
import dev.durahook.standalone.devserver.DevServers;
import dev.durahook.standalone.devserver.DevelopmentTemporal;
import dev.durahook.standalone.devserver.Executables;
import dev.durahook.standalone.devserver.RememberedTemporal;
import dev.durahook.standalone.devserver.SystemProcesses;
import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.standalone.temporal.AnsweringTemporal;
import dev.durahook.standalone.temporal.ConfiguredTemporal;
import dev.durahook.standalone.temporal.EmbeddedTemporal;
import dev.durahook.standalone.temporal.GrpcProbe;
import dev.durahook.standalone.temporal.HttpWebUiProbe;
import dev.durahook.standalone.temporal.LocalPorts;
import dev.durahook.standalone.temporal.Temporal;
import dev.durahook.standalone.temporal.TemporalCandidate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.env.ConfigurableEnvironment;

/** The ways to find or start a Temporal, in the order in which they are tried. */
final class TemporalCandidates {

    private final List<TemporalCandidate> inOrder;

    TemporalCandidates(TemporalCandidate... inOrder) {
        this.inOrder = List.of(inOrder);
    }

    /**
     * A configured Temporal, one that already runs, a development server, and last the server in memory.
     *
     * @param directory the directory of a development server's database
     * @param ports the ports on which a server is looked for and started
     * @param onExit registers an action that is run after the application has ended
     */
    static TemporalCandidates of(
            ConfigurableEnvironment environment, DataDirectory directory, LocalPorts ports, Consumer<Runnable> onExit) {
        Executables executables = Executables.onPath(System.getenv());
        TemporalCandidate remembered = new RememberedTemporal(directory, new SystemProcesses());
        DevServers servers =
                new DevServers(new Detachment(executables), directory, ports, namespace(environment), onExit);
        return new TemporalCandidates(
                new ConfiguredTemporal(environment),
                remembered,
                new AnsweringTemporal(new GrpcProbe(), new HttpWebUiProbe(), ports),
                new DevelopmentTemporal(executables, directory, remembered, servers::start),
                new EmbeddedTemporal(onExit));
    }

    /** The first Temporal that is found. */
    Temporal first() {
        return inOrder.stream()
                .map(TemporalCandidate::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last candidate always finds one"));
    }

    private static String namespace(ConfigurableEnvironment environment) {
        return environment.getProperty(TemporalEnvironment.NAMESPACE, "default");
    }
}
