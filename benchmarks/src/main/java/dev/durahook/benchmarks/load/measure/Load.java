package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.traffic.ClosedLoop;
import dev.durahook.benchmarks.load.traffic.OpenLoop;
import dev.durahook.benchmarks.load.traffic.PreparedEvent;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import dev.durahook.benchmarks.load.traffic.Stage;
import java.util.List;

/**
 * How the events of one measurement are sent.
 *
 * @param round the number of the round, from 1; 0 before the first
 * @param events how many events are sent
 * @param inFlight how many events are unanswered at a time, if there are no stages
 * @param stages the schedule; empty to send as fast as answers come
 */
public record Load(Purpose purpose, int round, int events, int inFlight, List<Stage> stages) {

    /** Sends as fast as answers come. */
    public static Load closed(Purpose purpose, int round, int events, int inFlight) {
        return new Load(purpose, round, events, inFlight, List.of());
    }

    /** Sends by a schedule. */
    public static Load open(Purpose purpose, int round, List<Stage> stages) {
        return new Load(purpose, round, stages.stream().mapToInt(Stage::events).sum(), 0, stages);
    }

    List<SentEvent> send(List<PreparedEvent> prepared) {
        return stages.isEmpty() ? ClosedLoop.run(prepared, inFlight) : OpenLoop.run(prepared, Stage.schedule(stages));
    }
}
