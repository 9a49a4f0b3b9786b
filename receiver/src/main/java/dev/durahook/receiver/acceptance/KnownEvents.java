package dev.durahook.receiver.acceptance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The IDs of the last events that Temporal is known to have stored.
 *
 * <p>A duplicate that reaches Temporal costs a call, and an orphaned row on its SQL stores. An ID that is not here
 * proves nothing and goes to Temporal.
 */
final class KnownEvents {

    private final Cache<String, Boolean> ids;

    /** Remembers up to so many IDs, some 300 bytes each. */
    KnownEvents(int maximum) {
        ids = Caffeine.newBuilder().maximumSize(maximum).build();
    }

    boolean contains(String id) {
        return ids.getIfPresent(id) != null;
    }

    void add(String id) {
        ids.put(id, Boolean.TRUE);
    }
}
