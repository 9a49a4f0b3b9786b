package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.server.StoredRun;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import java.util.List;
import java.util.OptionalLong;

/**
 * The result of sending one event: its answer, its effects and its workflows.
 *
 * @param sent how the event was sent and answered
 * @param effects the moments at which a handler noted the event, in microseconds since 1970
 * @param runs the runs of the event's workflow
 * @param processed whether a worker had to process the event; otherwise the event only had to be stored
 */
public record EventResult(SentEvent sent, List<Long> effects, List<StoredRun> runs, boolean processed) {

    /** Whether the sender was told that the event is stored, although the event is missing or was not processed. */
    public boolean isLost() {
        boolean isDone =
                processed ? !effects.isEmpty() && runs.stream().anyMatch(StoredRun::completed) : !runs.isEmpty();
        return sent.isStored() && !isDone;
    }

    /** Whether the event was stored or processed more than once. */
    public boolean isRepeated() {
        return effects.size() > 1 || runs.size() > 1;
    }

    /** Whether the event is stored although the sender was not told so, and would send the event again. */
    public boolean isStoredUnacknowledged() {
        return !sent.isStored() && !runs.isEmpty();
    }

    /** The time from the scheduled moment to the first effect, in microseconds. */
    public OptionalLong untilEffect() {
        return firstEffect().stream().map(moment -> moment - sent.scheduled()).findFirst();
    }

    /** The moment of the first effect, in microseconds since 1970. */
    public OptionalLong firstEffect() {
        return effects.stream().mapToLong(Long::longValue).min();
    }

    /**
     * The moment at which the event was done, in microseconds since 1970: the workflow ended, or, if no worker had to
     * process the event, the sender had its answer.
     */
    public long done() {
        return processed ? runs.stream().mapToLong(StoredRun::closed).max().orElse(sent.answered()) : sent.answered();
    }
}
