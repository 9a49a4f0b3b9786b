package dev.durahook.reliability.fault;

import dev.durahook.benchmarks.load.report.JsonLines;
import dev.durahook.benchmarks.load.time.MicroTime;
import dev.durahook.benchmarks.load.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the planned faults one after the other, and records when each began and ended. */
public final class Nemesis {

    private static final long MICROS_OF_A_MILLI = 1_000;
    // If a process took long to start, the next fault is late, and must not hide what this one did.
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(4);

    private final Map<String, Fault> faults;
    private final JsonLines record;
    private final Consumer<String> progress;

    /**
     * Makes these faults.
     *
     * @param record the file for the moments
     * @param progress gets a line for each fault
     */
    public Nemesis(List<Fault> possible, JsonLines record, Consumer<String> progress) {
        this.faults = possible.stream().collect(Collectors.toMap(Fault::name, Function.identity()));
        this.record = record;
        this.progress = progress;
    }

    /** Makes all faults of a plan, and returns when the last one has ended. */
    public void run(List<PlannedFault> plan) {
        long start = MicroTime.now();
        for (PlannedFault planned : plan) {
            Pause.until(start + planned.offset() * MICROS_OF_A_MILLI);
            make(planned, start);
            Pause.of(SHORTEST_PAUSE);
        }
    }

    private void make(PlannedFault planned, long start) {
        progress.accept(String.format("%6.1f s  %s", seconds(start), planned.name()));
        Fault fault = Objects.requireNonNull(faults.get(planned.name()), planned.name());
        long began = MicroTime.now();
        fault.begin().run();
        Pause.of(Duration.ofMillis(planned.length()));
        fault.end().run();
        record.add(new MadeFault(planned.name(), began, MicroTime.now()));
    }

    private static double seconds(long start) {
        return (MicroTime.now() - start) / MicroTime.SECOND;
    }

    /** A fault that was made; the moments are microseconds since 1970. */
    private record MadeFault(String name, long began, long ended) {}
}
