package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durahook.receiver.signature.NotVerifiedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
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
        try {
            return keys.get(name, this::fetched);
        } catch (UnfetchedException e) {
            throw NotVerifiedException.undecided(String.valueOf(e.getMessage()));
        }
    }

    private V fetched(K name) {
        if (!fetches.tryAcquire()) {
            throw new UnfetchedException("the key was not fetched: " + MAX_FETCHES + " others are being fetched");
        }
        try {
            return loader.load(name);
        } catch (IOException e) {
            LOG.warn("A sender's key could not be fetched from {}: {}", name, e.getMessage());
            throw new UnfetchedException("the key could not be fetched: " + e.getMessage());
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

    private static final class UnfetchedException extends RuntimeException {
        UnfetchedException(String message) {
            super(message, null, false, false);
        }
    }
}
