package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.server.StoredRun;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Joins for each event what its sender, the handler and the server know about it. */
final class EventResults {

    private EventResults() {}

    /**
     * The result of each event that was sent.
     *
     * @param effects the moments of the effects, by event
     * @param runs the runs of all events' workflows
     * @param processed whether a worker had to process the events
     */
    static List<EventResult> of(
            List<SentEvent> sent, Map<String, List<Long>> effects, List<StoredRun> runs, boolean processed) {
        Map<String, List<StoredRun>> runsById = runs.stream().collect(Collectors.groupingBy(StoredRun::id));
        return sent.stream()
                .map(event -> new EventResult(
                        event,
                        List.copyOf(effects.getOrDefault(event.id(), List.of())),
                        runsById.getOrDefault(event.id(), List.of()),
                        processed))
                .toList();
    }
}
