package dev.durahook.worker.destination.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the addresses of hosts. An attempt waits for an answer no longer than it may. A look-up itself can't be
 * ended: it holds a thread until Java's resolver gives up, which may take minutes. So there is one look-up at a time for
 * each host, all attempts wait for this one, and no more threads are held than there are hosts of destinations and
 * proxies.
 */
final class LookUps {

    private final Dns dns;
    private final Executor threads;
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    /**
     * Looks up hosts on other threads.
     *
     * @param dns looks up one host, however long it takes
     * @param threads starts each look-up at once
     */
    LookUps(Dns dns, Executor threads) {
        this.dns = dns;
        this.threads = threads;
    }

    /**
     * Returns the addresses of a host.
     *
     * @param wait the longest wait for the answer
     * @throws UnansweredLookUpException if there is no answer in time, or the calling thread is interrupted
     * @throws UnknownHostException if the answer is that there is no such host
     */
    List<InetAddress> of(String host, Duration wait) throws UnknownHostException {
        long begin = System.nanoTime();
        try {
            return begun(host).get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new UnansweredLookUpException(host, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnansweredLookUpException(host, Duration.ofNanos(System.nanoTime() - begin));
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        }
    }

    // If no thread can be started, the attempt itself looks up the host. It needs no thread for that.
    private CompletableFuture<List<InetAddress>> begun(String host) {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> earlier = underWay.putIfAbsent(host, answer);
        if (earlier != null) {
            return earlier;
        }
        try {
            threads.execute(() -> lookUp(host, answer));
        } catch (OutOfMemoryError noThread) {
            lookUp(host, answer);
        }
        return answer;
    }

    private void lookUp(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            answer.complete(dns.lookup(host));
        } catch (UnknownHostException | RuntimeException | Error e) {
            answer.completeExceptionally(e);
        } finally {
            underWay.remove(host, answer);
        }
    }

    // Each attempt gets an exception of its own: OkHttp adds to an exception what else has failed.
    private static UnknownHostException unknown(String host, @Nullable Throwable cause) {
        String message = cause instanceof UnknownHostException ? cause.getMessage() : host;
        UnknownHostException unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }
}
