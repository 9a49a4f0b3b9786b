package dev.durahook.worker.destination;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A slow destination that records the times of its requests, and how many ran at the same time. */
public final class CountingServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Duration pause;
    private volatile int status = 204;
    private final ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    public CountingServer(Duration pause) {
        this.pause = pause;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        arrivals.add(System.nanoTime());
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        exchange.getRequestBody().readAllBytes();
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.decrementAndGet();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** Makes the destination answer with this status instead of 204. */
    public void answer(int status) {
        this.status = status;
    }

    /** Forgets what has arrived, and answers 204 again. */
    public void reset() {
        status = 204;
        arrivals.clear();
        keys.clear();
        mostAtOnce.set(0);
    }

    /** The address of the destination, as {@code host:port}. */
    public String target() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public int requests() {
        return arrivals.size();
    }

    /** How many events have arrived, by their idempotency keys. */
    public int events() {
        return keys.size();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** The most requests within any span of this length. */
    public int peak(Duration span) {
        List<Long> sorted = new ArrayList<>(arrivals);
        sorted.sort(null);
        int peak = 0;
        for (int first = 0, last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= span.toNanos()) {
                first++;
            }
            peak = Math.max(peak, last - first + 1);
        }
        return peak;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
