package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.server.StoredEvent;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import java.util.List;
import java.util.OptionalLong;

/**
 * What came of one event.
 *
 * @param sent how it was sent and answered
 * @param effects when it had its effect, in microseconds since 1970
 * @param runs its workflows
 * @param processed whether a worker had to process the event
 */
public record EventResult(SentEvent sent, List<Long> effects, List<StoredEvent> runs, boolean processed) {

    /** Whether the sender was told that the event is stored, and it is not there or not processed. */
    public boolean isLost() {
        boolean isDone =
                processed ? !effects.isEmpty() && runs.stream().anyMatch(StoredEvent::completed) : !runs.isEmpty();
        return sent.isStored() && !isDone;
    }

    /** Whether the event was stored or processed more than once. */
    public boolean isRepeated() {
        return effects.size() > 1 || runs.size() > 1;
    }

    /** Whether the event is stored although the sender was told otherwise, and will send it again. */
    public boolean isStoredUnacknowledged() {
        return !sent.isStored() && !runs.isEmpty();
    }

    /** From the scheduled moment to the first effect, in microseconds. */
    public OptionalLong untilEffect() {
        return firstEffect().stream().map(moment -> moment - sent.scheduled()).findFirst();
    }

    /** The moment of the first effect, in microseconds since 1970. */
    public OptionalLong firstEffect() {
        return effects.stream().mapToLong(Long::longValue).min();
    }

    /** When the workflow ended, or the sender had its answer if no worker had to process the event. */
    public long done() {
        return processed ? runs.stream().mapToLong(StoredEvent::closed).max().orElse(sent.answered()) : sent.answered();
    }
}
