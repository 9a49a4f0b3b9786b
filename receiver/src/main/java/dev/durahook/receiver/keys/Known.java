package dev.durahook.receiver.keys;

/**
 * A key that was fetched.
 *
 * @param key the key
 * @param fetchedAt when, in nanoseconds of the ticker
 * @param dueAt when to fetch it again, although it may be used
 */
record Known<V>(V key, long fetchedAt, long dueAt) {

    /** The same key, to be fetched again at another time. */
    Known<V> dueAt(long time) {
        return new Known<>(key, fetchedAt, time);
    }
}
