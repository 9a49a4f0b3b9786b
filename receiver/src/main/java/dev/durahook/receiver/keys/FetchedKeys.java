package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.durahook.receiver.keys.https.KeyWaits;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.time.Duration;
import java.util.Optional;

/**
 * The keys that are fetched from the provider of one source. A delivery names its key before the delivery is verified,
 * so an attacker can name any number of keys. Such names must neither push the keys of genuine deliveries out of the
 * cache, nor prevent those keys from being fetched. Each source has its own keys, so that forged deliveries to one
 * source don't affect another.
 *
 * @param <K> the type of key names
 * @param <V> the type of keys
 */
public final class FetchedKeys<K, V> {

    private final KeyCache<K, V> keys;
    private final Fetches<K, V> fetches;

    /**
     * A cache without keys.
     *
     * @param loader fetches a key
     * @param kept how long a key may be used after it was fetched; a key that has verified a delivery is fetched again
     *     after half of this time
     * @param waits bounds how many deliveries wait for keys, over all sources
     */
    public FetchedKeys(KeyLoader<K, V> loader, Duration kept, KeyWaits waits) {
        this(loader, kept, waits, Ticker.systemTicker());
    }

    FetchedKeys(KeyLoader<K, V> loader, Duration kept, KeyWaits waits, Ticker ticker) {
        this.keys = new KeyCache<>(kept, loader::isCurrent, ticker);
        this.fetches = new Fetches<>(loader, keys, waits, ticker);
    }

    /**
     * Verifies a delivery with the key that it names.
     *
     * @param name the name of the key, already checked to have the provider's format
     * @param check verifies the delivery with the key. If it succeeds, the key counts as proven
     * @throws NotVerifiedException if the check fails, if there is no such key, or if the key can't be fetched right
     *     now
     */
    public <R> R verify(K name, KeyCheck<V, R> check) throws NotVerifiedException {
        CachedKey<V> known = of(name);
        R result = check.with(known.key());
        keys.prove(name, known);
        return result;
    }

    private CachedKey<V> of(K name) throws NotVerifiedException {
        Optional<CachedKey<V>> known = keys.of(name);
        if (known.isEmpty()) {
            return fetches.of(name).orThrow();
        }
        return keys.isProven(name) && keys.isDue(known.get()) ? fetches.renewed(name, known.get()) : known.get();
    }
}
