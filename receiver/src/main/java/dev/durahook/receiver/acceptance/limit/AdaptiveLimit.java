package dev.durahook.receiver.acceptance.limit;

import java.time.Duration;

/**
 * Finds how many calls a server can take at a time if no call is to take longer than a target time. Learns from the
 * times of the calls that have ended. On a busy server, twice as many calls at a time take twice as long. If the server
 * is slow for another reason, a lower limit would make no call faster, and fewer events would be stored. So calls of up
 * to twice the target time, which are still answered in time, don't lower the limit.
 *
 * <p>The limit changes after each batch of calls. A batch holds only calls that began under the current limit, so that
 * each change is based on the effect of the change before. Not thread-safe.
 */
final class AdaptiveLimit {

    // Enough calls for an average, and few enough to notice within a second or two that a server has become slow.
    private static final int MOST_CALLS = 16;
    private static final int FEWEST_CALLS = 4;

    private static final double LARGEST_INCREASE = 1.25;
    private static final double LARGEST_DECREASE = 0.25;

    private final int fewest;
    private final int first;
    private final int most;
    private final double target;
    private double limit;
    private double callTime;

    private long since;
    private int calls;
    private double total;
    private int mostInUse;

    /**
     * A limit that no call has changed yet.
     *
     * @param fewest the lowest limit
     * @param first the limit at the beginning, to which calls of up to twice the target time raise it again
     * @param most the highest limit
     * @param target how long a call should take
     * @param now a time of {@link System#nanoTime}
     */
    AdaptiveLimit(int fewest, int first, int most, Duration target, long now) {
        this.fewest = fewest;
        this.first = first;
        this.limit = first;
        this.most = most;
        this.target = target.toNanos();
        this.callTime = this.target / 2;
        this.since = now;
    }

    int value() {
        return (int) limit;
    }

    /** The average time of the latest calls, in nanoseconds. */
    long callTime() {
        return (long) callTime;
    }

    /**
     * Takes a finished call into account.
     *
     * @param begin when the call began, a time of {@link System#nanoTime}
     * @param end when the call ended
     * @param inUse how many calls were running when this one ended, including this one
     * @param failed whether the call had no answer, which counts as at least four times the target time
     */
    void learn(long begin, long end, int inUse, boolean failed) {
        if (begin - since < 0) {
            return;
        }
        calls++;
        double took = (double) (end - begin);
        total += failed ? Math.max(took, 4 * target) : took;
        mostInUse = Math.max(mostInUse, inUse);
        if (calls >= Math.max(FEWEST_CALLS, Math.min(MOST_CALLS, limit / 2))) {
            callTime = total / calls;
            adapt(target / callTime);
            since = end;
            calls = 0;
            total = 0;
            mostInUse = 0;
        }
    }

    private void adapt(double ratio) {
        if (ratio >= 1) {
            // Near the target the limit grows by the square root of the ratio, so that it does not oscillate.
            grow(Math.min(LARGEST_INCREASE, Math.sqrt(ratio)), most);
        } else if (ratio >= 0.5) {
            grow(LARGEST_INCREASE, first);
        } else {
            limit = Math.max(fewest, limit * Math.max(LARGEST_DECREASE, ratio));
        }
    }

    // The limit grows only if at least half of it was in use: otherwise the calls say nothing about a higher limit.
    private void grow(double factor, int upTo) {
        if (limit < upTo && 2 * mostInUse >= limit) {
            limit = Math.min(upTo, limit * factor);
        }
    }
}
