package dev.durahook.benchmarks.load.traffic;

import dev.durahook.loadsupport.time.MicroTime;
import dev.durahook.loadsupport.time.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends each event at its scheduled moment, however long the answers to earlier events take. */
public final class OpenLoop {

    private static final long LEAD_MICROS = 100_000;

    private OpenLoop() {}

    /**
     * Sends the events and waits for all answers.
     *
     * @param offsets the moment at which each event must be sent, in microseconds after the start, in ascending order
     */
    public static List<SentEvent> run(List<PreparedEvent> events, List<Long> offsets) {
        long start = MicroTime.now() + LEAD_MICROS;
        List<CompletableFuture<SentEvent>> answers = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            long scheduled = start + offsets.get(i);
            Pause.until(scheduled);
            answers.add(send(events.get(i), scheduled));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    static CompletableFuture<SentEvent> send(PreparedEvent event, long scheduled) {
        return event.send().get().thenApply(answer -> new SentEvent(event.id(), scheduled, MicroTime.now(), answer));
    }
}
