package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durahook.receiver.signature.NotVerifiedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that were fetched, for a while: few, each fetched once however many deliveries wait for it. A failure is not kept,
 * and too many fetches at a time are not begun: a stranger can name any number of keys.
 *
 * @param <K> what names a key
 * @param <V> a key
 */
public final class FetchedKeys<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(FetchedKeys.class);
    private static final int MAX_KEYS = 100;
    private static final int MAX_FETCHES = 4;

    private final Loader<K, V> loader;
    private final Cache<K, V> keys;
    private final Map<K, CompletableFuture<Outcome<V>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore fetches = new Semaphore(MAX_FETCHES);

    /**
     * An empty cache.
     *
     * @param loader fetches a key
     * @param expiry how long a key is kept
     */
    public FetchedKeys(Loader<K, V> loader, Duration expiry) {
        this.loader = loader;
        this.keys = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterWrite(expiry)
                .build();
    }

    /**
     * The key of this name.
     *
     * @throws NotVerifiedException with the verdict that nothing is decided, if it can't be had
     */
    public V of(K name) throws NotVerifiedException {
        V known = keys.getIfPresent(name);
        if (known != null) {
            return known;
        }
        CompletableFuture<Outcome<V>> mine = new CompletableFuture<>();
        CompletableFuture<Outcome<V>> first = underWay.putIfAbsent(name, mine);
        return (first == null ? fetched(name, mine) : first.join()).value();
    }

    private Outcome<V> fetched(K name, CompletableFuture<Outcome<V>> waiting) {
        Outcome<V> outcome = new Outcome<>(null, "the key could not be read");
        try {
            // Another one may have fetched it after we looked, and before we were the first to wait.
            V known = keys.getIfPresent(name);
            outcome = known == null ? bounded(name) : new Outcome<>(known, "");
            if (outcome.key() != null) {
                keys.put(name, outcome.key());
            }
            return outcome;
        } finally {
            underWay.remove(name, waiting);
            waiting.complete(outcome);
        }
    }

    private Outcome<V> bounded(K name) {
        if (!fetches.tryAcquire()) {
            return new Outcome<>(null, "the key was not fetched: " + MAX_FETCHES + " others are being fetched");
        }
        try {
            return new Outcome<>(loader.load(name), "");
        } catch (IOException e) {
            LOG.warn("A sender's key could not be fetched from {}: {}", name, e.getMessage());
            return new Outcome<>(null, "the key could not be fetched: " + e.getMessage());
        } finally {
            fetches.release();
        }
    }

    /** Fetches and reads a key. */
    @FunctionalInterface
    public interface Loader<K, V> {

        /**
         * The key of this name.
         *
         * @throws IOException if it could not be fetched, or was none
         */
        V load(K name) throws IOException;
    }

    /** What came of a fetch: a key, or why there is none. */
    private record Outcome<V>(@Nullable V key, String failure) {

        V value() throws NotVerifiedException {
            if (key == null) {
                throw NotVerifiedException.undecided(failure);
            }
            return key;
        }
    }
}
