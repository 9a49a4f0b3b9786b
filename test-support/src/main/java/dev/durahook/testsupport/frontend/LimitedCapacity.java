package dev.durahook.testsupport.frontend;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Simulates a server's limited capacity: a number of requests run at the same time, each takes a fixed time, and the
 * others wait.
 */
final class LimitedCapacity implements AutoCloseable {

    private final ExecutorService slots;
    private final Duration each;

    LimitedCapacity(int slots, Duration each) {
        this.slots = Executors.newFixedThreadPool(slots, task -> {
            Thread thread = new Thread(task, "capacity");
            thread.setDaemon(true);
            return thread;
        });
        this.each = each;
    }

    void execute(Runnable answer) {
        slots.execute(() -> {
            try {
                TimeUnit.NANOSECONDS.sleep(each.toNanos());
                answer.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        slots.shutdownNow();
    }
}
