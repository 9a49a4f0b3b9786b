package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.effect.Effects;
import dev.durahook.benchmarks.load.machine.OtherLoad;
import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.benchmarks.load.machine.Usage;
import dev.durahook.benchmarks.load.mode.RunningMode;
import dev.durahook.benchmarks.load.server.StoredEvent;
import dev.durahook.benchmarks.load.server.StoredEvents;
import dev.durahook.benchmarks.load.server.TestedServer;
import dev.durahook.benchmarks.load.traffic.Door;
import dev.durahook.benchmarks.load.traffic.PreparedEvent;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sends one load to one mode, waits until all of it is done, and only then asks the server about each event. */
public final class Measuring {

    private static final int SAMPLED_HISTORIES = 25;

    private final String run;
    private final TestedServer server;
    private final StoredEvents stored;
    private final List<ProcessGroup> common;
    private final Completion completion;
    private int measurements;

    /**
     * Measures on one server.
     *
     * @param run a name with which all events begin
     * @param common the processes that all modes need
     * @param stall how long nothing may happen before events count as lost
     */
    public Measuring(String run, TestedServer server, StoredEvents stored, List<ProcessGroup> common, Duration stall) {
        this.run = run;
        this.server = server;
        this.stored = stored;
        this.common = common;
        this.completion = new Completion(stall);
    }

    /** Sends the load and returns when everything is done, or nothing more happens. */
    public Measurement measure(RunningMode mode, Load load) {
        String name = run + "-" + mode.mode().label() + "-" + ++measurements + "-";
        List<PreparedEvent> events = prepare(mode.doors().get(), name, load.events());
        List<ProcessGroup> processes =
                Stream.concat(common.stream(), mode.processes().stream()).toList();
        double otherLoad = OtherLoad.read(processes);
        double bytes = server.databaseBytes();
        Effects effects = Effects.since(mode.effects());
        Usage before = Usage.read(processes);
        List<SentEvent> sent = load.send(events);
        Set<String> accepted = accepted(sent);
        await(mode, effects, prefix(mode, name), accepted);
        Usage usage = Usage.read(processes).since(before);
        completion.awaitAll(accepted, () -> doneIds(mode, prefix(mode, name)));
        EventResults results = EventResults.of(
                effects.read(), stored.list(prefix(mode, name)), mode.mode().isProcessed());
        return new Measurement(
                mode.mode(),
                load,
                results.of(sent),
                usage,
                memory(mode.processes()),
                server.databaseBytes() - bytes,
                stored.costs(sample(sent)),
                otherLoad);
    }

    private static List<PreparedEvent> prepare(Door door, String name, int events) {
        return IntStream.range(0, events)
                .mapToObj(number -> door.prepare(name + number))
                .toList();
    }

    private static String prefix(RunningMode mode, String name) {
        return mode.source() + ":" + name;
    }

    private void await(RunningMode mode, Effects effects, String prefix, Set<String> accepted) {
        if (mode.mode().isProcessed()) {
            completion.awaitProcessed(stored, effects, prefix, accepted);
        } else {
            completion.awaitStored(stored, prefix, accepted);
        }
    }

    private Set<String> doneIds(RunningMode mode, String prefix) {
        return stored.list(prefix).stream()
                .filter(run -> run.completed() || !mode.mode().isProcessed())
                .map(StoredEvent::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> accepted(List<SentEvent> sent) {
        return sent.stream().filter(SentEvent::isStored).map(SentEvent::id).collect(Collectors.toSet());
    }

    private static double memory(List<ProcessGroup> processes) {
        return processes.isEmpty()
                ? Double.NaN
                : processes.stream()
                        .mapToDouble(ProcessGroup::residentMegabytes)
                        .sum();
    }

    private static List<String> sample(List<SentEvent> sent) {
        List<String> ids =
                sent.stream().filter(SentEvent::isStored).map(SentEvent::id).toList();
        int step = Math.max(1, ids.size() / SAMPLED_HISTORIES);
        return IntStream.range(0, ids.size())
                .filter(number -> number % step == 0)
                .mapToObj(ids::get)
                .toList();
    }
}
