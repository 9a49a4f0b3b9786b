package dev.durahook.connection.metrics;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Finds the age of the oldest workflow by bisection, with the question whether any workflow is older than a given age.
 * Temporal lists the newest workflows first, and on SQL stores the order can't be reversed; counting is cheap.
 */
final class OldestAgeSearch {

    private static final Duration YOUNGEST = Duration.ofSeconds(1);
    // Longer than the retention of any namespace that does not keep workflows for ever.
    private static final Duration OLDEST = Duration.ofDays(400);
    private static final double PRECISION = 1.05;

    private OldestAgeSearch() {}

    /**
     * The age of the oldest workflow, at most 5 % too low; zero if all are younger than a second.
     *
     * @param isAnyOlder whether any workflow is older than an age; asked once if the first answer is no, and ten times
     *     otherwise
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
