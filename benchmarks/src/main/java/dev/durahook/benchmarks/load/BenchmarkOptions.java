package dev.durahook.benchmarks.load;

import dev.durahook.benchmarks.load.mode.ModeSetting;
import dev.durahook.benchmarks.load.mode.UnusedDeclarations;
import dev.durahook.benchmarks.load.server.GivenServer;
import dev.durahook.benchmarks.load.server.StartedServer;
import dev.durahook.benchmarks.load.server.TestedServer;
import dev.durahook.benchmarks.load.traffic.SampleBody;
import dev.durahook.loadsupport.process.Jars;
import dev.durahook.loadsupport.process.Ports;
import dev.durahook.loadsupport.server.DevelopmentServer;
import dev.durahook.loadsupport.server.ServerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that both commands of the benchmark have. */
final class BenchmarkOptions {

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--server-processes",
            split = ",",
            paramLabel = "COMMAND",
            description = "The names of the commands of the running server and its database, such as"
                    + " temporal-server,postgres. Their CPU time is counted.")
    private List<String> serverProcesses = List.of();

    @Option(
            names = "--database-size",
            paramLabel = "SHELL-COMMAND",
            description = "A command that prints the size of the running server's database in bytes.")
    private @Nullable String databaseSize;

    @Option(
            names = "--warm-up",
            defaultValue = "2000",
            description = "The number of events that each mode gets before it is measured (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--in-flight",
            defaultValue = "16",
            description = "The number of events that may be unanswered at a time when throughput is measured (default:"
                    + " ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--body",
            defaultValue = "1000",
            description = "The size of each event's body in bytes (default: ${DEFAULT-VALUE}).")
    private int body;

    @Option(
            names = "--heap",
            defaultValue = "512m",
            description = "The largest heap of each JVM that is started (default: ${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(
            names = "--stall",
            defaultValue = "60",
            description = "The seconds without progress after which events count as lost (default: ${DEFAULT-VALUE}).")
    private int stall;

    @Option(
            names = "--first-port",
            defaultValue = "24000",
            description = "The first of the ports that are used (default: ${DEFAULT-VALUE}).")
    private int firstPort;

    @Option(names = "--project", defaultValue = ".", description = "The project's root (default: ${DEFAULT-VALUE}).")
    private Path project = Path.of("");

    @Option(
            names = "--destination",
            description =
                    "Durahook sends each event to an HTTP destination on this machine instead of running a handler.")
    private boolean destination;

    @Option(
            names = "--more-sources",
            defaultValue = "0",
            description = "The number of sources that Durahook has besides the one that gets the events (default:"
                    + " ${DEFAULT-VALUE}).")
    private int moreSources;

    @Option(
            names = "--more-routes",
            defaultValue = "0",
            description = "With --destination: the number of routes that Durahook has besides the one that the events"
                    + " take (default: ${DEFAULT-VALUE}).")
    private int moreRoutes;

    @Option(
            names = "--parked",
            defaultValue = "0",
            description = "The number of events that are parked before the measurements, in each mode with a handler of"
                    + " Durahook's (default: ${DEFAULT-VALUE}).")
    private int parked;

    int parked() {
        return parked;
    }

    int warmUp() {
        return warmUp;
    }

    int inFlight() {
        return inFlight;
    }

    Duration stall() {
        return Duration.ofSeconds(stall);
    }

    Path project() {
        return project;
    }

    /** The server that the options name, or a new development server. */
    TestedServer server(Ports ports, Path folder) {
        return server.isGiven()
                ? new GivenServer(server.address(), server.namespace(), serverProcesses, databaseSize)
                : new StartedServer(DevelopmentServer.start(ports.next(), folder));
    }

    /** The configuration that all modes share. */
    ModeSetting setting(RunFolder folder, TestedServer server, Ports ports) {
        if (moreRoutes > 0 && !destination) {
            throw new IllegalArgumentException("--more-routes needs --destination, because a route leads to one");
        }
        if (parked > 0 && destination) {
            throw new IllegalArgumentException("--parked needs a handler that fails: leave out --destination");
        }
        if (inFlight < 1) {
            throw new IllegalArgumentException("--in-flight must be at least 1");
        }
        UnusedDeclarations others = new UnusedDeclarations(moreSources, moreRoutes);
        return new ModeSetting(
                folder.run(),
                server,
                new Jars(project),
                ports,
                heap,
                SampleBody.of(body),
                destination,
                others,
                folder.path());
    }

    /** The free ports from {@code --first-port} on. */
    Ports ports() {
        return new Ports(firstPort);
    }
}
