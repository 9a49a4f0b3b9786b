package dev.durahook.benchmarks.load.traffic;

import dev.durahook.loadsupport.time.MicroTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps a fixed number of events unanswered. This finds the largest rate, but says nothing about latency. */
public final class ClosedLoop {

    private ClosedLoop() {}

    /** Sends the events and waits for all answers. */
    public static List<SentEvent> run(List<PreparedEvent> events, int inFlight) {
        ConcurrentLinkedQueue<PreparedEvent> waiting = new ConcurrentLinkedQueue<>(events);
        ExecutorService senders = Executors.newFixedThreadPool(inFlight);
        try {
            return IntStream.range(0, inFlight)
                    .mapToObj(sender -> CompletableFuture.supplyAsync(() -> sendAll(waiting), senders))
                    .toList()
                    .stream()
                    .flatMap(sent -> sent.join().stream())
                    .toList();
        } finally {
            senders.shutdown();
        }
    }

    private static List<SentEvent> sendAll(ConcurrentLinkedQueue<PreparedEvent> waiting) {
        return Stream.generate(waiting::poll)
                .takeWhile(event -> event != null)
                .map(event -> OpenLoop.send(event, MicroTime.now()).join())
                .toList();
    }
}
