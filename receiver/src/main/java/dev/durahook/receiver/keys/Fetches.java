package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.durahook.receiver.verification.Obstacle;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the keys that a source's deliveries name. Each key is fetched once, however many deliveries wait for it. A
 * key that has verified a delivery before is fetched at once, any other when it is its turn.
 */
final class Fetches<K, V> {

    /** How many deliveries may wait for a fetch that another delivery began. Each holds a server thread. */
    static final int MAX_WAITING = 64;

    /**
     * A delivery waits for a key that has verified no delivery, and that another delivery fetches, only while fewer than
     * this many deliveries of all sources wait for such keys. The other half of the server's 200 threads goes on.
     */
    static final int MAX_WAITING_OF_ALL = 100;

    /** How long to wait after a proven key could not be fetched again. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);
    private static final AtomicInteger WAITING_OF_ALL = new AtomicInteger();

    private final KeyLoader<K, V> loader;
    private final KeyCache<K, V> keys;
    private final FailedFetches<K, V> failures;
    private final FetchQueue queue = new FetchQueue();
    private final Map<K, CompletableFuture<FetchResult<V>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    Fetches(KeyLoader<K, V> loader, KeyCache<K, V> keys, Ticker ticker) {
        this.loader = loader;
        this.keys = keys;
        this.failures = new FailedFetches<>(ticker);
    }

    /** Fetches a key that is not in the cache. */
    FetchResult<V> of(K name) {
        Optional<FetchResult<V>> failure = failures.of(name);
        if (failure.isPresent()) {
            return failure.get();
        }
        CompletableFuture<FetchResult<V>> mine = new CompletableFuture<>();
        CompletableFuture<FetchResult<V>> first = underWay.putIfAbsent(name, mine);
        return first == null ? finish(name, mine, this::fetched) : awaited(name, first);
    }

    /**
     * Renews a proven key that is still valid, unless another delivery is renewing it. If the fetch fails, the old key
     * stays.
     */
    CachedKey<V> renewed(K name, CachedKey<V> known) {
        CompletableFuture<FetchResult<V>> mine = new CompletableFuture<>();
        if (underWay.putIfAbsent(name, mine) != null) {
            return known;
        }
        FetchResult<V> fetched = finish(name, mine, this::load);
        if (fetched instanceof FetchResult.Available<V> fresh) {
            return fresh.key();
        }
        LOG.warn("Key {} of a sender could not be renewed; the old one is used until it expires: {}", name, fetched);
        keys.putOff(name, known, PAUSE);
        return known;
    }

    private FetchResult<V> awaited(K name, CompletableFuture<FetchResult<V>> first) {
        queue.countRequest(name);
        if (!waiting.tryAcquire()) {
            return FetchResult.crowdedOut();
        }
        try {
            return keys.isProven(name) ? first.join() : joined(first);
        } finally {
            waiting.release();
        }
    }

    private static <V> FetchResult<V> joined(CompletableFuture<FetchResult<V>> first) {
        int others = WAITING_OF_ALL.getAndUpdate(waiting -> waiting < MAX_WAITING_OF_ALL ? waiting + 1 : waiting);
        if (others >= MAX_WAITING_OF_ALL) {
            return FetchResult.crowdedOut();
        }
        try {
            return first.join();
        } finally {
            WAITING_OF_ALL.decrementAndGet();
        }
    }

    private FetchResult<V> finish(K name, CompletableFuture<FetchResult<V>> mine, Function<K, FetchResult<V>> way) {
        FetchResult<V> fetched = new FetchResult.Unknown<>(Obstacle.KEY_UNAVAILABLE, "the key could not be read");
        try {
            fetched = way.apply(name);
            return fetched;
        } finally {
            underWay.remove(name, mine);
            mine.complete(fetched);
        }
    }

    private FetchResult<V> fetched(K name) {
        // Another delivery may have fetched the key between the look-up and this delivery's entry in underWay.
        Optional<FetchResult<V>> known =
                keys.of(name).<FetchResult<V>>map(FetchResult.Available::new).or(() -> failures.of(name));
        return known.orElseGet(() -> keys.isProven(name) ? load(name) : inTurn(name));
    }

    // Never refused because of other sources, whose strangers would keep this source's keys from being fetched. The
    // queue itself bounds how many deliveries of a source are here.
    private FetchResult<V> inTurn(K name) {
        WAITING_OF_ALL.incrementAndGet();
        try {
            return queue.begin(name) ? loadedInTurn(name) : FetchResult.crowdedOut();
        } finally {
            WAITING_OF_ALL.decrementAndGet();
        }
    }

    private FetchResult<V> loadedInTurn(K name) {
        try {
            return load(name);
        } finally {
            queue.end();
        }
    }

    private FetchResult<V> load(K name) {
        try {
            return new FetchResult.Available<>(keys.add(name, loader.load(name)));
        } catch (IOException e) {
            FetchResult<V> failure = FetchResult.failed(e);
            failures.add(name, failure);
            return failure;
        }
    }
}
