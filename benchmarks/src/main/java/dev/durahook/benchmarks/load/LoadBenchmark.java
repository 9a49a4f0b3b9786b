package dev.durahook.benchmarks.load;

import ch.qos.logback.classic.Level;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.benchmarks.load.mode.PlainWorkerCommand;
import dev.durahook.benchmarks.load.report.ComparisonReport;
import dev.durahook.loadsupport.process.Program;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares Durahook with other ways of processing an event: all modes are measured in turns, on one server. */
@Command(
        name = "benchmark",
        description = "Compares Durahook with workflows of Temporal's SDK alone.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        subcommands = {BurstCommand.class, PlainWorkerCommand.class},
        exitCodeListHeading = "%nExit code: ",
        exitCodeList = {
            "0:each accepted event was processed once",
            "1:an event was lost or repeated, or nothing could be measured",
            "2:the command is not understood"
        })
public final class LoadBenchmark implements Callable<Integer> {

    @Option(
            names = "--modes",
            split = ",",
            defaultValue = "ceiling,plain,fast,door,apart,one-process",
            converter = ModeConverter.class,
            description = "The modes that are measured, out of ${DEFAULT-VALUE} (default: all).")
    private Set<Mode> modes = Set.of();

    @Option(names = "--rounds", defaultValue = "3", description = "The number of rounds (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--events",
            defaultValue = "1000",
            description = "The number of events in each measurement of throughput (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "The seconds that each measurement of latency takes (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--acknowledged-at",
            defaultValue = "0.5",
            paramLabel = "PART",
            description =
                    "The rate at which acknowledgements are measured, as a part of the rate that the ceiling reaches"
                            + " (default: ${DEFAULT-VALUE}).")
    private double acknowledgedAt;

    @Option(
            names = "--effect-at",
            defaultValue = "0.7",
            paramLabel = "PART",
            description = "The rate at which first effects are measured, as a part of the rate that the mode itself"
                    + " reaches (default: ${DEFAULT-VALUE}).")
    private double effectAt;

    @Mixin
    private final BenchmarkOptions options = new BenchmarkOptions();

    /** Runs the command. */
    public static void main(String[] arguments) {
        Program.run(new LoadBenchmark(), Level.WARN, arguments);
    }

    @Override
    public Integer call() {
        try (BenchmarkSession session = BenchmarkSession.start(options, modes)) {
            Rounds all = new Rounds(session, modes, events, options.inFlight(), seconds);
            for (int round = 1; round <= rounds; round++) {
                all.run(round, acknowledgedAt, effectAt);
            }
            return session.print(new ComparisonReport(session.measurements()).text());
        }
    }
}
