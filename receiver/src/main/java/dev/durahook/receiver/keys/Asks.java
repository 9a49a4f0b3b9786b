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
 * How often names were asked for lately. A stranger makes a new name up for each forged delivery, while genuine deliveries
 * and their redeliveries name the same key again. Not safe for several threads.
 *
 * <p>Of two spans of time each name takes some 70 bytes, and a span ends early when it has its largest number of names.
 */
final class Asks {

    /** As long as most senders wait before they deliver again. */
    static final Duration SPAN = Duration.ofMinutes(2);

    /** At 800 forged deliveries a second a span is still a minute long. */
    static final int MAX_NAMES = 50_000;

    private final byte[] salt = new byte[16];
    private final LongSupplier nanoTime;
    private Map<Long, Integer> latest = new HashMap<>();
    private Map<Long, Integer> before = new HashMap<>();
    private long began;

    Asks(LongSupplier nanoTime) {
        new SecureRandom().nextBytes(salt);
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** What stands for a name here: short, and of no use to a stranger who wants one name to stand for another. */
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

    /** Counts that a name was asked for. */
    void add(long mark) {
        if (latest.size() >= MAX_NAMES || nanoTime.getAsLong() - began > SPAN.toNanos()) {
            before = latest;
            latest = new HashMap<>();
            began = nanoTime.getAsLong();
        }
        latest.merge(mark, 1, Integer::sum);
    }

    /** How often a name was asked for in this span and in the one before. */
    int of(long mark) {
        return latest.getOrDefault(mark, 0) + before.getOrDefault(mark, 0);
    }

    /** Begins to count anew for a name whose turn has come. */
    void forget(long mark) {
        latest.remove(mark);
        before.remove(mark);
    }
}
