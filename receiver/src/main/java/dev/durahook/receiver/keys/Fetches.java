package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.durahook.receiver.keys.https.KeyWaits;
import dev.durahook.receiver.verification.Obstacle;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the keys that a source's deliveries name. Each key is fetched once, however many deliveries wait for it. A
 * key that has verified a delivery before is fetched at once, any other when it is its turn.
 */
final class Fetches<K, V> {

    /** How long to wait after a proven key could not be fetched again. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);

    private final KeyLoader<K, V> loader;
    private final KeyCache<K, V> keys;
    private final FailedFetches<K, V> failures;
    private final KeyWaits waits;
    private final FetchQueue queue;
    private final Map<K, CompletableFuture<FetchResult<V>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore waiting;

    Fetches(KeyLoader<K, V> loader, KeyCache<K, V> keys, KeyWaits waits, Ticker ticker) {
        this.loader = loader;
        this.keys = keys;
        this.waits = waits;
        this.queue = new FetchQueue(waits.turnsOfSource());
        this.waiting = new Semaphore(waits.ofSource());
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

    private FetchResult<V> joined(CompletableFuture<FetchResult<V>> first) {
        if (!waits.beginsIfFew()) {
            return FetchResult.crowdedOut();
        }
        try {
            return first.join();
        } finally {
            waits.end();
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
        waits.begin();
        try {
            return queue.begin(name) ? loadedInTurn(name) : FetchResult.crowdedOut();
        } finally {
            waits.end();
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
