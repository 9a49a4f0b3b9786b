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
 * Fetches the keys that one source's deliveries name, each once however many deliveries wait for it. A key that has
 * verified deliveries before is fetched at once, and any other when its turn comes.
 */
final class Fetches<K, V> {

    /** Deliveries that wait for another one's fetch. Each holds a thread of the server. */
    static final int MAX_WAITING = 64;

    /** How long to wait after a proven key could not be fetched again. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);

    private final Loader<K, V> loader;
    private final KnownKeys<K, V> keys;
    private final Failures<K, V> failures;
    private final Turns turns = new Turns();
    private final Map<K, CompletableFuture<Fetched<V>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    Fetches(Loader<K, V> loader, KnownKeys<K, V> keys, Ticker ticker) {
        this.loader = loader;
        this.keys = keys;
        this.failures = new Failures<>(ticker);
    }

    /** A key that is not there. */
    Fetched<V> of(K name) {
        Optional<Fetched<V>> failure = failures.of(name);
        if (failure.isPresent()) {
            return failure.get();
        }
        CompletableFuture<Fetched<V>> mine = new CompletableFuture<>();
        CompletableFuture<Fetched<V>> first = underWay.putIfAbsent(name, mine);
        return first == null ? finish(name, mine, this::fetched) : awaited(name, first);
    }

    /** Fetches a proven key that is there again, unless another delivery does. If that fails, the key stays. */
    Known<V> again(K name, Known<V> known) {
        CompletableFuture<Fetched<V>> mine = new CompletableFuture<>();
        if (underWay.putIfAbsent(name, mine) != null) {
            return known;
        }
        Fetched<V> fetched = finish(name, mine, this::load);
        if (fetched instanceof Fetched.Key<V> fresh) {
            return fresh.known();
        }
        LOG.warn("A sender's key {} could not be fetched again, and is used until it is too old: {}", name, fetched);
        keys.putOff(name, known, PAUSE);
        return known;
    }

    private Fetched<V> awaited(K name, CompletableFuture<Fetched<V>> first) {
        turns.again(name);
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
        // Another one may have fetched it after we looked, and before we were the first to wait.
        Optional<Fetched<V>> known =
                keys.of(name).<Fetched<V>>map(Fetched.Key::new).or(() -> failures.of(name));
        return known.orElseGet(() -> keys.isProven(name) ? load(name) : inTurn(name));
    }

    private Fetched<V> inTurn(K name) {
        if (!turns.begin(name)) {
            return Fetched.crowdedOut();
        }
        try {
            return load(name);
        } finally {
            turns.end();
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
