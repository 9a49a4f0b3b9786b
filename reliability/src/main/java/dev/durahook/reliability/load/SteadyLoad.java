package dev.durahook.reliability.load;

import dev.durahook.loadsupport.report.JsonLines;
import dev.durahook.loadsupport.time.MicroTime;
import dev.durahook.loadsupport.time.Stall;
import dev.durahook.reliability.record.SentDelivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sends messages at a fixed rate, however long the answers take, until it is stopped. */
public final class SteadyLoad {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Messages messages;
    private final Senders senders;
    private final double rate;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();
    private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);

    /**
     * Prepares a load.
     *
     * @param seed draws the messages
     * @param run the name of the run, with which all IDs of senders begin
     * @param orders the number of orders that the events are about
     * @param rate the number of messages a second
     * @param receiver gives for each delivery the address of a receiver, such as {@code http://127.0.0.1:8000}
     * @param file the file for the deliveries and their answers
     */
    public SteadyLoad(
            long seed,
            String run,
            int orders,
            double rate,
            Supplier<String> receiver,
            SenderSecrets secrets,
            JsonLines file) {
        this.messages = new Messages(seed, run, orders);
        this.senders = new Senders(receiver, secrets, file);
        this.rate = rate;
    }

    /** Begins to send. */
    public void start() {
        sending = CompletableFuture.runAsync(this::sendAll, command -> new Thread(command, "load").start());
    }

    /** Sends no further message. Messages without a 2xx are still delivered again. */
    public void stop() {
        stopped.countDown();
        sending.join();
    }

    /**
     * Waits until each message was answered with a 2xx.
     *
     * @param stall how long nothing may happen before the wait ends
     */
    public void awaitAcknowledged(Duration stall) {
        new Stall(stall, PAUSE).await(senders::waiting);
    }

    /**
     * Delivers again each message that was acknowledged at or after a moment, as an operator asks senders to do after a
     * restore.
     *
     * @param moment in microseconds since 1970
     * @return the number of these messages
     */
    public int deliverAgain(long moment) {
        return senders.sendAgain(moment);
    }

    /** The number of messages that were sent, without repeated deliveries. */
    public int sent() {
        return sent.get();
    }

    /** The deliveries so far, with their answers. */
    public List<SentDelivery> deliveries() {
        return senders.deliveries();
    }

    private void sendAll() {
        long start = MicroTime.now();
        while (!isStoppedBefore(start + Math.round(sent.get() / rate * MicroTime.SECOND))) {
            senders.send(messages.of(sent.get()));
            sent.incrementAndGet();
        }
    }

    // Waits until the moment, or until the load is stopped.
    private boolean isStoppedBefore(long moment) {
        try {
            return stopped.await(moment - MicroTime.now(), TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
