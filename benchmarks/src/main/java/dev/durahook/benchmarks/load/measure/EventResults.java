package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.server.StoredEvent;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings together what the sender, the handlers and the server know about the events.
 *
 * @param effects the moments of the effects by event
 * @param runs the workflows by event
 */
record EventResults(Map<String, List<Long>> effects, Map<String, List<StoredEvent>> runs, boolean processed) {

    static EventResults of(Map<String, List<Long>> effects, List<StoredEvent> runs, boolean processed) {
        return new EventResults(effects, runs.stream().collect(Collectors.groupingBy(StoredEvent::id)), processed);
    }

    List<EventResult> of(List<SentEvent> sent) {
        return sent.stream().map(this::of).toList();
    }

    private EventResult of(SentEvent event) {
        return new EventResult(
                event,
                List.copyOf(effects.getOrDefault(event.id(), List.of())),
                runs.getOrDefault(event.id(), List.of()),
                processed);
    }
}
