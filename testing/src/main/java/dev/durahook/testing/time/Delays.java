package dev.durahook.testing.time;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Compares waits as they were declared with waits as they were measured. */
public final class Delays {

    private Delays() {}

    /**
     * Whether there are as many measured waits as declared waits, and each is as long as declared, with a tolerance of a
     * tenth. Time that passed on this machine too may be part of a wait or may have passed before and after it.
     */
    public static boolean match(List<Duration> expected, List<AttemptWait> actual) {
        return expected.size() == actual.size()
                && IntStream.range(0, expected.size()).allMatch(i -> match(expected.get(i), actual.get(i)));
    }

    private static boolean match(Duration expected, AttemptWait actual) {
        Duration tenth = expected.dividedBy(10);
        return actual.length().compareTo(expected.minus(tenth)) >= 0
                && actual.length().minus(actual.real()).compareTo(expected.plus(tenth)) <= 0;
    }
}
