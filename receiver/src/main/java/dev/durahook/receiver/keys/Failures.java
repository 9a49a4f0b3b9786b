package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/** Fetches that failed a short time ago: the same question is not asked again so soon. */
final class Failures<K, V> {

    /** How long it is believed that there is no such key: a provider may publish a new key late. */
    static final Duration ABSENT = Duration.ofMinutes(1);

    /** How long nothing is asked after a failure that tells nothing. Senders come again after five seconds or more. */
    static final Duration UNKNOWN = Duration.ofSeconds(1);

    // In a minute 620 names have their turn.
    private static final int MAX = 1_000;

    private final Cache<K, Fetched<V>> failures;

    Failures(Ticker ticker) {
        failures = Caffeine.newBuilder()
                .maximumSize(MAX)
                .ticker(ticker)
                .expireAfter(Expiry.<K, Fetched<V>>creating((name, failure) -> lasting(failure)))
                .build();
    }

    Optional<Fetched<V>> of(K name) {
        return Optional.ofNullable(failures.getIfPresent(name));
    }

    void add(K name, Fetched<V> failure) {
        failures.put(name, failure);
    }

    private static Duration lasting(Fetched<?> failure) {
        return failure instanceof Fetched.Absent ? ABSENT : UNKNOWN;
    }
}
