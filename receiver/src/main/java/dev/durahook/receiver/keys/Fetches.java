package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.durahook.receiver.signature.Obstacle;
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

    /** How many deliveries may wait for a fetch that another delivery began. Each holds a server thread. */
    static final int MAX_WAITING = 64;

    /** How long to wait after a proven key could not be fetched again. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);

    private final Loader<K, V> loader;
    private final KeyCache<K, V> keys;
    private final FailedFetches<K, V> failures;
    private final FetchQueue queue = new FetchQueue();
    private final Map<K, CompletableFuture<Fetched<V>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    Fetches(Loader<K, V> loader, KeyCache<K, V> keys, Ticker ticker) {
        this.loader = loader;
        this.keys = keys;
        this.failures = new FailedFetches<>(ticker);
    }

    /** Fetches a key that is not in the cache. */
    Fetched<V> of(K name) {
        Optional<Fetched<V>> failure = failures.of(name);
        if (failure.isPresent()) {
            return failure.get();
        }
        CompletableFuture<Fetched<V>> mine = new CompletableFuture<>();
        CompletableFuture<Fetched<V>> first = underWay.putIfAbsent(name, mine);
        return first == null ? finish(name, mine, this::fetched) : awaited(name, first);
    }

    /**
     * Renews a proven key that is still valid, unless another delivery is renewing it. If the fetch fails, the old key
     * stays.
     */
    CachedKey<V> again(K name, CachedKey<V> known) {
        CompletableFuture<Fetched<V>> mine = new CompletableFuture<>();
        if (underWay.putIfAbsent(name, mine) != null) {
            return known;
        }
        Fetched<V> fetched = finish(name, mine, this::load);
        if (fetched instanceof Fetched.Key<V> fresh) {
            return fresh.known();
        }
        LOG.warn("Key {} of a sender could not be renewed; the old one is used until it expires: {}", name, fetched);
        keys.putOff(name, known, PAUSE);
        return known;
    }

    private Fetched<V> awaited(K name, CompletableFuture<Fetched<V>> first) {
        queue.again(name);
        if (!waiting.tryAcquire()) {
            return Fetched.crowdedOut();
        }
        try {
            return first.join();
        } finally {
            waiting.release();
        }
    }

    private Fetched<V> finish(K name, CompletableFuture<Fetched<V>> mine, Function<K, Fetched<V>> way) {
        Fetched<V> fetched = new Fetched.Unknown<>(Obstacle.KEY_UNAVAILABLE, "the key could not be read");
        try {
            fetched = way.apply(name);
            return fetched;
        } finally {
            underWay.remove(name, mine);
            mine.complete(fetched);
        }
    }

    private Fetched<V> fetched(K name) {
        // Another delivery may have fetched the key between the look-up and this delivery's entry in underWay.
        Optional<Fetched<V>> known =
                keys.of(name).<Fetched<V>>map(Fetched.Key::new).or(() -> failures.of(name));
        return known.orElseGet(() -> keys.isProven(name) ? load(name) : inTurn(name));
    }

    private Fetched<V> inTurn(K name) {
        if (!queue.begin(name)) {
            return Fetched.crowdedOut();
        }
        try {
            return load(name);
        } finally {
            queue.end();
        }
    }

    private Fetched<V> load(K name) {
        try {
            return new Fetched.Key<>(keys.add(name, loader.load(name)));
        } catch (IOException e) {
            Fetched<V> failure = Fetched.failed(e);
            failures.add(name, failure);
            return failure;
        }
    }
}
