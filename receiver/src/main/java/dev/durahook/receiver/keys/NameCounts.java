package dev.durahook.receiver.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts how often each key name was asked for lately. An attacker makes up a new name for each forged delivery, while
 * genuine deliveries and redeliveries name the same key again. Not thread-safe.
 *
 * <p>Counts are kept for the current time span and the span before, with some 70 bytes for each name and span. A span
 * ends early when it has {@link #MAX_NAMES} names.
 */
final class NameCounts {

    /** Most senders deliver again within this time. */
    static final Duration SPAN = Duration.ofMinutes(2);

    /** At 800 forged deliveries a second, a span still lasts a minute. */
    static final int MAX_NAMES = 50_000;

    private final byte[] salt = new byte[16];
    private final LongSupplier nanoTime;
    private Map<Long, Integer> latest = new HashMap<>();
    private Map<Long, Integer> before = new HashMap<>();
    private long began;

    NameCounts(LongSupplier nanoTime) {
        new SecureRandom().nextBytes(salt);
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /**
     * A short hash that represents a name. It is salted, so that an attacker can't find two names with the same hash.
     */
    long mark(Object name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return ByteBuffer.wrap(digest.digest(name.toString().getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }

    /** Counts one request for a name. */
    void add(long mark) {
        if (latest.size() >= MAX_NAMES || nanoTime.getAsLong() - began > SPAN.toNanos()) {
            before = latest;
            latest = new HashMap<>();
            began = nanoTime.getAsLong();
        }
        latest.merge(mark, 1, Integer::sum);
    }

    /** How often a name was asked for in the current span and the span before. */
    int of(long mark) {
        return latest.getOrDefault(mark, 0) + before.getOrDefault(mark, 0);
    }

    /** Resets the count of a name whose key is now being fetched. */
    void forget(long mark) {
        latest.remove(mark);
        before.remove(mark);
    }
}
