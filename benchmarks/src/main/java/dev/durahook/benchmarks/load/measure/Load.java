package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.traffic.ClosedLoop;
import dev.durahook.benchmarks.load.traffic.OpenLoop;
import dev.durahook.benchmarks.load.traffic.PreparedEvent;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import dev.durahook.benchmarks.load.traffic.Stage;
import java.util.List;

/**
 * How many events one measurement sends, and when.
 *
 * @param purpose why the load is sent
 * @param round the number of the round, from 1; 0 for the warm-up
 * @param events the number of events
 * @param inFlight the number of events that may be unanswered at a time; 0 if there is a schedule
 * @param stages the schedule; empty if each answer makes the sender send the next event
 */
public record Load(Purpose purpose, int round, int events, int inFlight, List<Stage> stages) {

    /** A load without a schedule: each answer makes the sender send the next event. */
    public static Load closed(Purpose purpose, int round, int events, int inFlight) {
        return new Load(purpose, round, events, inFlight, List.of());
    }

    /** A load that follows a schedule. */
    public static Load open(Purpose purpose, int round, List<Stage> stages) {
        return new Load(purpose, round, stages.stream().mapToInt(Stage::events).sum(), 0, stages);
    }

    List<SentEvent> send(List<PreparedEvent> prepared) {
        return stages.isEmpty() ? ClosedLoop.run(prepared, inFlight) : OpenLoop.run(prepared, Stage.schedule(stages));
    }
}
