package dev.durahook.reliability.load;

import dev.durahook.loadsupport.report.JsonLines;
import dev.durahook.loadsupport.time.MicroTime;
import dev.durahook.reliability.record.SentDelivery;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Delivers messages as real senders do: a message without a 2xx is delivered again until it has one. */
final class Senders {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FIRST_WAIT_SECONDS = 1;
    // Real senders wait longer. With shorter waits, repeated deliveries alone would keep a small machine busy.
    private static final int LONGEST_WAIT_SECONDS = 32;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<String> receiver;
    private final SenderSecrets secrets;
    private final JsonLines file;
    private final Queue<SentDelivery> deliveries = new ConcurrentLinkedQueue<>();
    private final Acknowledged acknowledged = new Acknowledged();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    /**
     * Delivers to a receiver.
     *
     * @param receiver gives for each delivery the address of a receiver, such as {@code http://127.0.0.1:8000}
     * @param file gets a line for each delivery and event, as soon as the delivery is answered
     */
    Senders(Supplier<String> receiver, SenderSecrets secrets, JsonLines file) {
        this.receiver = receiver;
        this.secrets = secrets;
        this.file = file;
    }

    /** Begins to deliver all copies of a message at the same time. */
    void send(Message message) {
        for (int copy = 0; copy < message.copies(); copy++) {
            begin(message);
        }
    }

    /**
     * Delivers again each message that was acknowledged at or after a moment, although it was answered with a 2xx.
     *
     * @param moment in microseconds since 1970
     * @return the number of these messages
     */
    int sendAgain(long moment) {
        Set<Message> again = acknowledged.since(moment);
        again.forEach(this::begin);
        return again.size();
    }

    private void begin(Message message) {
        waiting.incrementAndGet();
        deliver(message, message.bodyHashes(), FIRST_WAIT_SECONDS);
    }

    /** The number of messages that have not been answered with a 2xx yet. */
    int waiting() {
        Throwable failed = failure;
        if (failed != null) {
            throw new IllegalStateException("a sender has failed", failed);
        }
        return waiting.get();
    }

    /** The deliveries so far, with their answers. */
    List<SentDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    // A sender signs each attempt anew, with the secret that it has then.
    private void deliver(Message message, List<String> bodies, int wait) {
        CompletableFuture<Void> unused = client.sendAsync(request(message), BodyHandlers.discarding())
                .handle((answer, failed) -> status(answer))
                .thenAccept(status -> answered(message, bodies, status, wait))
                .exceptionally(this::fail);
    }

    private HttpRequest request(Message message) {
        String url = receiver.get() + "/webhooks/" + message.sender().source();
        return message.sender()
                .sign(message, url, secrets.of(message))
                .toRequest()
                .timeout(PATIENCE)
                .build();
    }

    private static int status(@Nullable HttpResponse<?> answer) {
        return answer == null ? 0 : answer.statusCode();
    }

    private void answered(Message message, List<String> bodies, int status, int wait) {
        List<SentDelivery> answered = message.answered(MicroTime.now(), status, bodies);
        file.addAll(answered);
        deliveries.addAll(answered);
        if (answered.get(0).isAcknowledged() || message.forged()) {
            acknowledged.add(answered.get(0).at(), message);
            waiting.decrementAndGet();
            return;
        }
        Executor later = CompletableFuture.delayedExecutor(wait, TimeUnit.SECONDS);
        CompletableFuture<Void> unused = CompletableFuture.runAsync(
                        () -> deliver(message, bodies, Math.min(2 * wait, LONGEST_WAIT_SECONDS)), later)
                .exceptionally(this::fail);
    }

    private @Nullable Void fail(Throwable failed) {
        failure = failed;
        return null;
    }
}
