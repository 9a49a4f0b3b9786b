package dev.durahook.reliability.fault;

import dev.durahook.loadsupport.report.JsonLines;
import dev.durahook.loadsupport.time.MicroTime;
import dev.durahook.loadsupport.time.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the planned faults step by step, and records when each began and ended. */
public final class FaultRunner {

    private static final long MICROS_OF_A_MILLI = 1_000;
    // If a process took long to start, the next fault is late, and must not hide what this one did.
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(4);

    private final Map<String, Fault> faults;
    private final JsonLines record;
    private final Consumer<String> progress;
    private final Duration shortestPause;
    private long start;

    /**
     * Makes these faults.
     *
     * @param record the file for the moments
     * @param progress gets a line for each fault
     */
    public FaultRunner(List<Fault> possible, JsonLines record, Consumer<String> progress) {
        this(possible, record, progress, SHORTEST_PAUSE);
    }

    FaultRunner(List<Fault> possible, JsonLines record, Consumer<String> progress, Duration shortestPause) {
        this.faults = possible.stream().collect(Collectors.toMap(Fault::name, Function.identity()));
        this.record = record;
        this.progress = progress;
        this.shortestPause = shortestPause;
    }

    /** Makes all faults of a plan, and returns them when the last one has ended. */
    public MadeFaults run(List<ConcurrentFaults> plan) {
        start = MicroTime.now();
        List<MadeFault> made = new ArrayList<>();
        for (int number = 0; number < plan.size(); number++) {
            ConcurrentFaults step = plan.get(number);
            Pause.of(number == 0 ? Duration.ZERO : shortestPause);
            Pause.until(start + step.offset() * MICROS_OF_A_MILLI);
            made.addAll(make(number + 1, step));
        }
        return new MadeFaults(made);
    }

    // Each fault has a thread of its own: one fault may end only after the other has.
    private List<MadeFault> make(int number, ConcurrentFaults step) {
        long late = MicroTime.now() - step.offset() * MICROS_OF_A_MILLI;
        List<CompletableFuture<MadeFault>> making = step.faults().stream()
                .map(fault -> CompletableFuture.supplyAsync(
                        () -> make(number, fault, late), command -> new Thread(command, "fault").start()))
                .toList();
        try {
            return making.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private MadeFault make(int step, PlannedFault planned, long late) {
        Fault fault = Objects.requireNonNull(faults.get(planned.name()), planned.name());
        Pause.until(late + planned.offset() * MICROS_OF_A_MILLI);
        long began = MicroTime.now();
        progress.accept(String.format(Locale.ROOT, "%6.1f s  %s", (began - start) / MicroTime.SECOND, planned.name()));
        fault.begin().run();
        long there = MicroTime.now();
        Pause.of(Duration.ofMillis(planned.length()));
        long ending = MicroTime.now();
        fault.end().run();
        MadeFault made = new MadeFault(step, planned.name(), began, there, ending, MicroTime.now());
        record.add(made);
        return made;
    }
}
