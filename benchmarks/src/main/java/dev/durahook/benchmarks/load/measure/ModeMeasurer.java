package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.handler.EffectHandler;
import dev.durahook.benchmarks.load.machine.CpuUsage;
import dev.durahook.benchmarks.load.machine.OtherLoad;
import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.benchmarks.load.mode.RunningMode;
import dev.durahook.benchmarks.load.server.StoredEvents;
import dev.durahook.benchmarks.load.server.StoredRun;
import dev.durahook.benchmarks.load.server.TestedServer;
import dev.durahook.benchmarks.load.traffic.ClosedLoop;
import dev.durahook.benchmarks.load.traffic.Door;
import dev.durahook.benchmarks.load.traffic.PreparedEvent;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import dev.durahook.loadsupport.effect.Effects;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sends a load to a mode, waits until all events are done, and only then asks the server about each event. */
public final class ModeMeasurer {

    private static final int SAMPLED_HISTORIES = 25;

    private final String run;
    private final TestedServer server;
    private final StoredEvents stored;
    private final List<ProcessGroup> common;
    private final CompletionWait completion;
    private int measurements;

    /**
     * Measures on one server.
     *
     * @param run the name of this run of the benchmark, with which the names of all events begin
     * @param common the processes that are part of every mode
     * @param stall how long there may be no progress before the missing events count as lost
     */
    public ModeMeasurer(
            String run, TestedServer server, StoredEvents stored, List<ProcessGroup> common, Duration stall) {
        this.run = run;
        this.server = server;
        this.stored = stored;
        this.common = common;
        this.completion = new CompletionWait(stall);
    }

    /** Sends the load, and returns when all events are done or nothing more happens. */
    public Measurement measure(RunningMode mode, Load load) {
        String name = run + "-" + mode.mode().label() + "-" + ++measurements + "-";
        String prefix = mode.idPrefix(name);
        List<PreparedEvent> events = prepare(mode.doors().get(), name, load.events());
        List<ProcessGroup> processes =
                Stream.concat(common.stream(), mode.processes().stream()).toList();
        double otherLoad = OtherLoad.read(processes);
        double bytes = server.databaseBytes();
        Effects effects = Effects.since(mode.effects());
        CpuUsage before = CpuUsage.read(processes);
        List<SentEvent> sent = load.send(events);
        List<String> accepted =
                sent.stream().filter(SentEvent::isStored).map(SentEvent::id).toList();
        await(mode, effects, prefix, accepted);
        CpuUsage usage = CpuUsage.read(processes).since(before);
        completion.awaitAll(accepted, () -> doneIds(mode, prefix));
        return new Measurement(
                mode.mode(),
                load,
                EventResults.of(
                        sent, effects.read(), stored.list(prefix), mode.mode().isProcessed()),
                usage,
                memory(mode.processes()),
                server.databaseBytes() - bytes,
                stored.costs(sample(accepted)),
                otherLoad);
    }

    /**
     * Sends events that fail, and returns when all that were accepted are parked.
     *
     * @throws IllegalStateException if some of them were not parked in time
     */
    public void park(RunningMode mode, int events, int inFlight) {
        String name = run + "-" + mode.mode().label() + EffectHandler.PARKED;
        List<String> accepted = ClosedLoop.run(prepare(mode.doors().get(), name, events), inFlight).stream()
                .filter(SentEvent::isStored)
                .map(SentEvent::id)
                .toList();
        completion.awaitParked(stored, mode.idPrefix(name), accepted);
    }

    private static List<PreparedEvent> prepare(Door door, String name, int events) {
        return IntStream.range(0, events)
                .mapToObj(number -> door.prepare(name + number))
                .toList();
    }

    private void await(RunningMode mode, Effects effects, String prefix, List<String> accepted) {
        if (mode.mode().isProcessed()) {
            completion.awaitProcessed(stored, effects, prefix, accepted);
        } else {
            completion.awaitStored(stored, prefix, accepted);
        }
    }

    private Set<String> doneIds(RunningMode mode, String prefix) {
        return stored.list(prefix).stream()
                .filter(run -> run.completed() || !mode.mode().isProcessed())
                .map(StoredRun::id)
                .collect(Collectors.toSet());
    }

    private static double memory(List<ProcessGroup> processes) {
        return processes.isEmpty()
                ? Double.NaN
                : processes.stream()
                        .mapToDouble(ProcessGroup::residentMegabytes)
                        .sum();
    }

    private static List<String> sample(List<String> ids) {
        int step = Math.max(1, ids.size() / SAMPLED_HISTORIES);
        return IntStream.range(0, ids.size())
                .filter(number -> number % step == 0)
                .mapToObj(ids::get)
                .toList();
    }
}
