package dev.durahook.receiver.hostile;

import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Senders that deliver genuine events, one after the other, while hostile requests arrive. */
final class HonestTraffic implements AutoCloseable {

    private static final int SENDERS = 2;
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int FEWEST = 10;

    /**
     * A delivery.
     *
     * @param status the status of its answer; 0 if there was none
     * @param nanos the time until the answer
     */
    record Delivered(int status, long nanos) {}

    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Delivered> delivered = new ConcurrentLinkedQueue<>();
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private volatile boolean ended;

    private HonestTraffic() {}

    /** Begins to deliver to the receiver on this port. */
    static HonestTraffic to(int port) {
        HonestTraffic traffic = new HonestTraffic();
        for (int i = 0; i < SENDERS; i++) {
            traffic.senders.execute(() -> traffic.deliver(new Sender(port)));
        }
        return traffic;
    }

    /** Lets the deliveries go on for a while, and until there are some, and returns those of this time. */
    List<Delivered> during(Duration time) throws InterruptedException {
        delivered.clear();
        Thread.sleep(time.toMillis());
        Await.until("honest senders get answers", () -> delivered.size() >= FEWEST);
        return new ArrayList<>(delivered);
    }

    /** Ends the traffic and returns the number of deliveries since its beginning. */
    int end() throws InterruptedException {
        ended = true;
        senders.shutdown();
        if (!senders.awaitTermination(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("an honest delivery gets no answer");
        }
        return next.get();
    }

    /** The time within which this part of the deliveries was answered. */
    static Duration quantile(List<Delivered> deliveries, double part) {
        List<Long> sorted = deliveries.stream().map(Delivered::nanos).sorted().toList();
        return Duration.ofNanos(sorted.get((int) (part * (sorted.size() - 1))));
    }

    private void deliver(Sender sender) {
        while (!ended) {
            delivered.add(deliverOne(sender, "honest-" + next.incrementAndGet()));
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static Delivered deliverOne(Sender sender, String id) {
        long begin = System.nanoTime();
        int status = 0;
        try {
            status = sender.pushInTime(id, "{\"zen\": \"Keep it logically awesome.\"}")
                    .statusCode();
        } catch (Exception noAnswer) {
            // The test sees the status 0.
        }
        return new Delivered(status, System.nanoTime() - begin);
    }

    @Override
    public void close() {
        ended = true;
        senders.shutdownNow();
    }
}
