package dev.durahook.receiver.keys.https;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * Fetches the keys of one source over HTTPS. Does not follow redirects and has short time-outs, because the sender of the
 * delivery is waiting. Has no threads until the first fetch.
 */
public final class HttpsFetch implements Fetch {

    /** Certificates and keys have a few kilobytes. */
    static final int MAX_BYTES = 64 * 1024;

    /**
     * The look-up of a host's name holds a thread until the DNS answers, also after the fetch has ended. While this
     * number of look-ups hang, other fetches of the source wait for a thread, and end without an answer when their
     * time is over.
     */
    static final int MOST_THREADS = 8;

    /**
     * While this number of tasks wait for a thread, a new fetch fails at once. A fetch that has ended leaves its task
     * in the queue.
     */
    static final int MOST_WAITING = 64;

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration TOTAL = Duration.ofMillis(1500);

    private final SSLContext trust;
    private final Duration connect;
    private final Duration total;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST_THREADS, MOST_THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named());
    private final Supplier<HttpClient> client = SingletonSupplier.of(this::client);

    /**
     * Fetches with the given TLS settings.
     *
     * @param trust decides which server certificates are trusted
     */
    public HttpsFetch(SSLContext trust) {
        this(trust, CONNECT, TOTAL);
    }

    HttpsFetch(SSLContext trust, Duration connect, Duration total) {
        this.trust = trust;
        this.connect = connect;
        this.total = total;
    }

    /** Fetches with the same settings, and threads of its own. */
    @Override
    public Fetch forSource() {
        return new HttpsFetch(trust, connect, total);
    }

    @Override
    public byte[] of(URI address, byte @Nullable [] json) throws IOException {
        if (!"https".equals(address.getScheme())) {
            throw new IOException("keys are fetched over HTTPS only");
        }
        requireThreads();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.get().sendAsync(request(address, json), info -> new LimitedBody(MAX_BYTES));
        try {
            return body(answer.get(total.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw incomplete(e);
        } catch (ExecutionException e) {
            throw isTimeout(e.getCause()) ? incomplete(e) : new IOException("no answer: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    // If the client itself had to start a thread, and could not, or if a bounded queue refused its task, the client
    // would be closed for ever. So all threads are started here, and only new fetches are refused.
    private void requireThreads() throws IOException {
        if (threads.getQueue().size() >= MOST_WAITING) {
            throw new IOException(MOST_THREADS + " threads for fetches are busy; perhaps the DNS does not answer");
        }
        threads.prestartAllCoreThreads();
    }

    // The client's own time-out for the answer's headers ends at the same moment.
    private static boolean isTimeout(@Nullable Throwable cause) {
        return cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
    }

    private IOException incomplete(Exception cause) {
        return new IOException("no complete answer within " + total.toMillis() + " ms", cause);
    }

    private HttpRequest request(URI address, byte @Nullable [] json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(total);
        return json == null
                ? request.build()
                : request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json))
                        .build();
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                // Over HTTP/2, further fetches would go to a host that has vanished: a fetch that ends by its deadline
                // does not end a connection that others share.
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .sslContext(trust)
                .connectTimeout(connect)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    private static CustomizableThreadFactory named() {
        CustomizableThreadFactory factory = new CustomizableThreadFactory("durahook-keys-");
        factory.setDaemon(true);
        return factory;
    }

    private static byte[] body(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new RefusedFetchException(answer.statusCode(), answer.body());
        }
        return answer.body();
    }
}
