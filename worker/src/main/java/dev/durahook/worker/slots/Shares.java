package dev.durahook.worker.slots;

import dev.durahook.connection.metrics.WatchedQueues;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The shares of all task queues of an application, read from its workers at the first call. */
final class Shares implements Supplier<Collection<Share>> {

    private final WorkersTemplate workers;
    private final WatchedQueues queues;
    private @Nullable List<Share> known;

    Shares(WorkersTemplate workers, WatchedQueues queues) {
        this.workers = workers;
        this.queues = queues;
    }

    @Override
    public synchronized Collection<Share> get() {
        List<Share> shares = known;
        if (shares == null) {
            shares = read();
            known = shares;
        }
        return shares;
    }

    private List<Share> read() {
        Set<String> shared = new TreeSet<>(queues.events());
        workers.getWorkers().forEach(worker -> shared.add(worker.getTaskQueue()));
        List<Share> shares = new ArrayList<>();
        shared.forEach(queue -> add(shares, queue, Share::ofMany));
        new TreeSet<>(queues.activities()).forEach(queue -> add(shares, queue, Share::ofOne));
        return List.copyOf(shares);
    }

    private void add(List<Share> shares, String queue, BiFunction<String, Integer, Share> share) {
        worker(queue).ifPresent(slots -> shares.add(share.apply(queue, slots.activities())));
    }

    /** Returns the slots of the workers of events, by task queue. */
    Map<String, WorkerSlots> workersOfEvents() {
        Map<String, WorkerSlots> found = new TreeMap<>();
        queues.events().forEach(queue -> worker(queue).ifPresent(slots -> found.put(queue, slots)));
        return found;
    }

    private Optional<WorkerSlots> worker(String queue) {
        return WorkerSlots.of(workers.getWorkerFactory(), queue);
    }
}
