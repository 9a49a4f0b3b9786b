package dev.durahook.receiver.keys;

/**
 * A fetched key in the cache.
 *
 * @param key the key
 * @param fetchedAt when it was fetched, in nanoseconds of the ticker
 * @param dueAt when it should be renewed, which is before it expires
 */
record CachedKey<V>(V key, long fetchedAt, long dueAt) {

    /** The same key with another time for its renewal. */
    CachedKey<V> dueAt(long time) {
        return new CachedKey<>(key, fetchedAt, time);
    }
}
