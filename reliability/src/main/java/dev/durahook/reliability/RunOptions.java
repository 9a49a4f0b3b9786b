package dev.durahook.reliability;

import dev.durahook.loadsupport.process.Jars;
import dev.durahook.loadsupport.process.Ports;
import dev.durahook.reliability.fault.FaultPlan;
import dev.durahook.reliability.install.RunSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a run does. */
final class RunOptions {

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Draws events and faults; the same seed draws the same ones (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--minutes",
            defaultValue = "5",
            description = "How long events are sent and faults are made (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--rate",
            defaultValue = "12",
            description = "The number of deliveries a second, without repeated ones (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--faults",
            paramLabel = "REGEX",
            defaultValue = "",
            description = "Only faults whose names have a match, such as \"kill|^Temporal:\" (default: all).")
    private Pattern faults = Pattern.compile("");

    @Option(
            names = "--pairs",
            paramLabel = "SHARE",
            defaultValue = "0.3",
            description = "How often two faults are made at the same time, from 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double pairs;

    @Option(
            names = "--stall",
            defaultValue = "300",
            description = "The seconds without progress after which the wait for the last events ends (default:"
                    + " ${DEFAULT-VALUE}).")
    private int stall;

    @Option(
            names = "--heap",
            defaultValue = "384m",
            description = "The largest heap of each application (default: ${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(
            names = "--first-port",
            defaultValue = "25000",
            description = "The first of the ports that are used (default: ${DEFAULT-VALUE}).")
    private int firstPort;

    @Option(names = "--project", defaultValue = ".", description = "The project's root (default: ${DEFAULT-VALUE}).")
    private Path project = Path.of("");

    @Option(
            names = "--older-project",
            paramLabel = "DIR",
            description =
                    "The root of an older version of the project, with its jars. The applications are rolled back to"
                            + " this version and forward again, too.")
    private @Nullable Path olderProject;

    long seed() {
        return seed;
    }

    double minutes() {
        return minutes;
    }

    Duration length() {
        return Duration.ofMillis(Math.round(minutes * Duration.ofMinutes(1).toMillis()));
    }

    /** Whether a fault of this name may be drawn. */
    boolean isWanted(String fault) {
        return faults.matcher(fault).find();
    }

    /** How often two faults are made at the same time, from 0 to 1. */
    double pairs() {
        return pairs;
    }

    double rate() {
        return rate;
    }

    Duration stall() {
        return Duration.ofSeconds(stall);
    }

    /**
     * The values that all processes share. Each run has a name and a folder of its own.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    RunSetting setting() {
        check(rate > 0, "--rate must be above 0");
        check(pairs >= 0 && pairs <= 1, "--pairs must be from 0 to 1");
        check(stall > 0, "--stall must be above 0");
        check(
                length().compareTo(FaultPlan.SHORTEST_RUN) >= 0,
                "a run of less than " + FaultPlan.SHORTEST_RUN.toSeconds() + " s has no fault: give more --minutes");
        String run = "s" + seed + "-" + Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX);
        Path folder = project.resolve("reliability/target/runs")
                .resolve(run)
                .toAbsolutePath()
                .normalize();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("can't make the folder " + folder, e);
        }
        Jars older = olderProject == null ? null : new Jars(olderProject);
        return new RunSetting(run, new Jars(project), older, new Ports(firstPort), heap, folder, new AtomicInteger());
    }

    private static void check(boolean isInRange, String otherwise) {
        if (!isInRange) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
