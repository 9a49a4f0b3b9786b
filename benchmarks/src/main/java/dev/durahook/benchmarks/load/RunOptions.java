package dev.durahook.benchmarks.load;

import dev.durahook.benchmarks.load.mode.Setting;
import dev.durahook.benchmarks.load.process.Jars;
import dev.durahook.benchmarks.load.process.Ports;
import dev.durahook.benchmarks.load.server.DevelopmentServer;
import dev.durahook.benchmarks.load.server.GivenServer;
import dev.durahook.benchmarks.load.server.TestedServer;
import dev.durahook.benchmarks.load.traffic.SampleBody;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every measurement has. */
final class RunOptions {

    @Option(
            names = "--temporal",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:TEMPORAL_ADDRESS}",
            description =
                    "A server that runs already (default: TEMPORAL_ADDRESS; without it, the development server of the"
                            + " CLI on PATH is started).")
    private @Nullable String temporal;

    @Option(
            names = "--namespace",
            defaultValue = "default",
            description = "The namespace on a server that runs already (default: ${DEFAULT-VALUE}).")
    private String namespace = "default";

    @Option(
            names = "--server-processes",
            split = ",",
            paramLabel = "COMMAND",
            description = "The commands of a server that runs already and of its database, such as"
                    + " temporal-server,postgres: their CPU time is counted.")
    private List<String> serverProcesses = List.of();

    @Option(
            names = "--database-size",
            paramLabel = "SHELL-COMMAND",
            description = "Prints the size of that server's database in bytes.")
    private @Nullable String databaseSize;

    @Option(
            names = "--warm-up",
            defaultValue = "2000",
            description = "Events that each mode gets before the first measurement (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--in-flight",
            defaultValue = "16",
            description = "Unanswered events at a time when throughput is measured (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--body",
            defaultValue = "1000",
            description = "The size of each event's body in bytes (default: ${DEFAULT-VALUE}).")
    private int body;

    @Option(
            names = "--heap",
            defaultValue = "512m",
            description = "The largest heap of each process that is started (default: ${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(
            names = "--stall",
            defaultValue = "60",
            description = "Seconds without any progress after which events count as lost (default: ${DEFAULT-VALUE}).")
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
                    "Durahook sends each event to an HTTP destination on this machine, instead of running a handler.")
    private boolean destination;

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

    /** The server that was given, or a new one. */
    TestedServer server(Path folder) {
        return temporal == null || temporal.isEmpty()
                ? DevelopmentServer.start(ports().next(), folder)
                : new GivenServer(temporal, namespace, serverProcesses, databaseSize);
    }

    /** What all modes have in common. */
    Setting setting(RunFolder folder, TestedServer server) {
        return new Setting(
                folder.run(),
                server,
                new Jars(project),
                ports(),
                heap,
                SampleBody.of(body),
                destination,
                folder.path());
    }

    // Asked twice, the ports begin anew: those that are in use by then are left out.
    private Ports ports() {
        return new Ports(firstPort);
    }
}
