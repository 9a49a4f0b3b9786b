package dev.durahook.benchmarks.load;

import dev.durahook.benchmarks.load.measure.Load;
import dev.durahook.benchmarks.load.measure.Purpose;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.benchmarks.load.report.BurstReport;
import dev.durahook.benchmarks.load.traffic.Stage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how modes behave when many times more events come than usual. */
@Command(
        name = "burst",
        description = "Sends many times the usual rate for a while.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class BurstCommand implements Callable<Integer> {

    @Option(
            names = "--modes",
            split = ",",
            defaultValue = "apart,one-process",
            converter = ModeConverter.class,
            description = "The modes that get the burst (default: ${DEFAULT-VALUE}).")
    private Set<Mode> modes = Set.of();

    @Option(
            names = "--rate",
            defaultValue = "5",
            description = "The usual number of events a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--factor",
            defaultValue = "20",
            description = "The rate of the burst, as a multiple of the usual rate (default: ${DEFAULT-VALUE}).")
    private double factor;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "The seconds that the burst lasts (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--around",
            defaultValue = "30",
            description =
                    "The seconds at the usual rate before the burst, and again after it (default: ${DEFAULT-VALUE}).")
    private double around;

    @Mixin
    private final BenchmarkOptions options = new BenchmarkOptions();

    @Override
    public Integer call() {
        List<Stage> stages =
                List.of(new Stage(rate, around), new Stage(rate * factor, seconds), new Stage(rate, around));
        try (BenchmarkSession session = BenchmarkSession.start(options, modes)) {
            return session.print(new BurstReport(modes.stream()
                            .map(mode -> session.measure(mode, Load.open(Purpose.BURST, 1, stages)))
                            .toList())
                    .text());
        }
    }
}
