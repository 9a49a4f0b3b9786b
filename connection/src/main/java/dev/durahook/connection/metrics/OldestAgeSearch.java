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

    private final Predicate<Duration> isAnyOlder;

    /** A search that asks this question. */
    OldestAgeSearch(Predicate<Duration> isAnyOlder) {
        this.isAnyOlder = isAnyOlder;
    }

    /**
     * The age of the oldest workflow, at most 5 % too low; zero if all are younger than a second. Asks one question
     * if all workflows are younger than a second and no age is expected, two if the expected age is still right, and
     * at most eleven otherwise.
     *
     * @param expected the age if the oldest workflow is still the one that was found last; zero if none was found
     */
    Duration find(Duration expected) {
        if (expected.compareTo(YOUNGEST) <= 0) {
            return between(YOUNGEST, OLDEST);
        }
        if (!isAnyOlder.test(expected)) {
            return between(YOUNGEST, expected);
        }
        Duration above = Duration.ofMillis((long) (expected.toMillis() * PRECISION));
        return isAnyOlder.test(above) ? bisect(above, OLDEST) : expected;
    }

    private Duration between(Duration youngest, Duration oldest) {
        return isAnyOlder.test(youngest) ? bisect(youngest, oldest) : Duration.ZERO;
    }

    private Duration bisect(Duration youngest, Duration oldest) {
        double low = youngest.toMillis();
        double high = oldest.toMillis();
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
