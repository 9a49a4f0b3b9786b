package dev.durahook.receiver.acceptance;

import java.time.Duration;

/**
 * How many calls at a time take as long as they should, found from those that were made: where a server is busy, twice as
 * many calls at a time take twice as long each.
 *
 * <p>A step is made from the average of some calls that all began under the limit of today, so that each step sees what the
 * one before has done. Not thread-safe.
 */
final class AdaptiveLimit {

    // Enough for an average, and few enough to notice a server that gets slow within a second or two.
    private static final int MOST_CALLS = 16;
    private static final int FEWEST_CALLS = 4;

    private static final double LARGEST_INCREASE = 1.25;
    private static final double LARGEST_DECREASE = 0.25;

    private final int fewest;
    private final int most;
    private final double target;
    private double limit;
    private double callTime;

    private long since;
    private int calls;
    private double total;
    private int mostInUse;

    /**
     * A limit that has learnt nothing yet.
     *
     * @param target how long a call should take
     * @param now a time of {@link System#nanoTime}
     */
    AdaptiveLimit(int fewest, int first, int most, Duration target, long now) {
        this.fewest = fewest;
        this.limit = first;
        this.most = most;
        this.target = target.toNanos();
        this.callTime = this.target / 2;
        this.since = now;
    }

    int value() {
        return (int) limit;
    }

    /** How long a call took of late, in nanoseconds. */
    long callTime() {
        return (long) callTime;
    }

    /**
     * Learns from a call.
     *
     * @param begin when it began, a time of {@link System#nanoTime}
     * @param end when it ended
     * @param inUse how many calls there were when it ended, this one included
     * @param failed whether it had no answer, which is slower than slow
     */
    void learn(long begin, long end, int inUse, boolean failed) {
        if (begin - since < 0) {
            return;
        }
        calls++;
        double took = (double) (end - begin);
        total += failed ? Math.max(took, 2 * target) : took;
        mostInUse = Math.max(mostInUse, inUse);
        if (calls >= Math.max(FEWEST_CALLS, Math.min(MOST_CALLS, limit / 2))) {
            callTime = total / calls;
            step(target / callTime);
            since = end;
            calls = 0;
            total = 0;
            mostInUse = 0;
        }
    }

    // Near the target with half of the way, so as not to swing around it.
    private void step(double ratio) {
        double factor = ratio < 0.5 ? Math.max(LARGEST_DECREASE, ratio) : Math.min(LARGEST_INCREASE, Math.sqrt(ratio));
        // What was not in use was not tried either.
        if (factor < 1 || 2 * mostInUse >= limit) {
            limit = Math.max(fewest, Math.min(most, limit * factor));
        }
    }
}
