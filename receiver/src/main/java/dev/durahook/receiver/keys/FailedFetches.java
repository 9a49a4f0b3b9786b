package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/** Remembers failed fetches for a short time, so that the same key is not fetched again at once. */
final class FailedFetches<K, V> {

    /** How long a missing key counts as missing. Short, because a provider may publish a new key late. */
    static final Duration ABSENT = Duration.ofMinutes(1);

    /**
     * How long a key is not fetched again if it is unknown whether it exists. Senders deliver again after five seconds
     * or more.
     */
    static final Duration UNKNOWN = Duration.ofSeconds(1);

    // More than the 620 names for which a fetch can begin within a minute.
    private static final int MAX = 1_000;

    private final Cache<K, FetchResult<V>> failures;

    FailedFetches(Ticker ticker) {
        failures = Caffeine.newBuilder()
                .maximumSize(MAX)
                .ticker(ticker)
                .expireAfter(Expiry.<K, FetchResult<V>>creating((name, failure) -> lasting(failure)))
                .build();
    }

    Optional<FetchResult<V>> of(K name) {
        return Optional.ofNullable(failures.getIfPresent(name));
    }

    void add(K name, FetchResult<V> failure) {
        failures.put(name, failure);
    }

    private static Duration lasting(FetchResult<?> failure) {
        return failure instanceof FetchResult.Absent ? ABSENT : UNKNOWN;
    }
}
