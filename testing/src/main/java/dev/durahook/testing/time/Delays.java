package dev.durahook.testing.time;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Compares waits as they were declared with waits as they were measured. */
public final class Delays {

    // The clock goes on between the report of a failure and the next attempt, for a noticeable time on a busy machine.
    private static final Duration OVERHEAD = Duration.ofMillis(800);

    private Delays() {}

    /**
     * Whether there are as many measured waits as declared waits, and each is as long as declared: at most a tenth
     * shorter, or a tenth and 0.8 s longer.
     */
    public static boolean match(List<Duration> expected, List<Duration> actual) {
        return expected.size() == actual.size()
                && IntStream.range(0, expected.size()).allMatch(i -> match(expected.get(i), actual.get(i)));
    }

    private static boolean match(Duration expected, Duration actual) {
        Duration tenth = expected.dividedBy(10);
        return actual.compareTo(expected.minus(tenth)) >= 0
                && actual.compareTo(expected.plus(tenth).plus(OVERHEAD)) <= 0;
    }
}
