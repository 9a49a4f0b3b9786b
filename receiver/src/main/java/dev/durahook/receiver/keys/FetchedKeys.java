package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.durahook.receiver.signature.NotVerifiedException;
import java.time.Duration;
import java.util.Optional;

/**
 * The keys of one source that are fetched from its provider. A delivery names its key before it is known to be
 * genuine, so a stranger can name any number of keys, and must neither push out those of genuine deliveries nor keep them
 * from being fetched. Each source has its own, so that one source's strangers harm no other.
 *
 * @param <K> what names a key
 * @param <V> a key
 */
public final class FetchedKeys<K, V> {

    private final KnownKeys<K, V> keys;
    private final Fetches<K, V> fetches;

    /**
     * No keys yet.
     *
     * @param loader fetches a key
     * @param kept how long a key is used after it was fetched; one that verifies is fetched again when half of that is over
     */
    public FetchedKeys(Loader<K, V> loader, Duration kept) {
        this(loader, kept, Ticker.systemTicker());
    }

    FetchedKeys(Loader<K, V> loader, Duration kept, Ticker ticker) {
        this.keys = new KnownKeys<>(kept, loader::isCurrent, ticker);
        this.fetches = new Fetches<>(loader, keys, ticker);
    }

    /**
     * Verifies a delivery with the key that it names.
     *
     * @param name the key's name, of the form that the provider gives it
     * @param check verifies with the key. A key with which that succeeds is proven, and no stranger's any more
     * @throws NotVerifiedException from the check; or because there is no such key, or because it can't be had for now
     */
    public <R> R verify(K name, KeyCheck<V, R> check) throws NotVerifiedException {
        Known<V> known = of(name);
        R result = check.with(known.key());
        keys.prove(name, known);
        return result;
    }

    private Known<V> of(K name) throws NotVerifiedException {
        Optional<Known<V>> known = keys.of(name);
        if (known.isEmpty()) {
            return fetches.of(name).orThrow();
        }
        return keys.isProven(name) && keys.isDue(known.get()) ? fetches.again(name, known.get()) : known.get();
    }
}
