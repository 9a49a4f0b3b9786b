package dev.durahook.connection.metrics;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Finds the age of the oldest by asking whether there is an older one than this or that. Temporal's lists begin with the
 * newest and can't be turned round on SQL stores; counting is cheap.
 */
final class OldestAge {

    private static final Duration YOUNGEST = Duration.ofSeconds(1);
    // Longer than any namespace that was not meant to keep for ever.
    private static final Duration OLDEST = Duration.ofDays(400);
    private static final double PRECISION = 1.05;

    private OldestAge() {}

    /**
     * Its age, at most a twentieth too low; nothing where all are younger than a second.
     *
     * @param isAnyOlder asked once where the answer is no, and ten times otherwise
     */
    static Duration find(Predicate<Duration> isAnyOlder) {
        if (!isAnyOlder.test(YOUNGEST)) {
            return Duration.ZERO;
        }
        double low = YOUNGEST.toMillis();
        double high = OLDEST.toMillis();
        while (high / low > PRECISION) {
            double middle = Math.sqrt(low * high);
            if (isAnyOlder.test(Duration.ofMillis((long) middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Duration.ofMillis((long) low);
    }
}
