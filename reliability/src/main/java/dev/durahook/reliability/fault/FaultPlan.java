package dev.durahook.reliability.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Draws faults. The same seed draws the same faults at the same offsets. Every fault comes once before one comes twice. */
public final class FaultPlan {

    private static final int QUIET_BEFORE = 10_000;
    private static final int SHORTEST = 1_500;
    private static final int LONGEST = 10_000;
    // A killed application needs some seconds to start. The pause begins when it is ready.
    private static final int SHORTEST_PAUSE = 6_000;
    private static final int LONGEST_PAUSE = 12_000;

    private FaultPlan() {}

    /**
     * Draws the faults of a run.
     *
     * @param names the names of the possible faults, in an order that does not change between runs
     * @param run the length of the run; no fault ends later
     * @throws IllegalArgumentException if there is no possible fault
     */
    public static List<PlannedFault> of(long seed, List<String> names, Duration run) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no fault has such a name");
        }
        Random random = new Random(seed);
        Deque<String> waiting = new ArrayDeque<>();
        List<PlannedFault> plan = new ArrayList<>();
        long next = QUIET_BEFORE;
        while (next + LONGEST <= run.toMillis()) {
            if (waiting.isEmpty()) {
                waiting.addAll(shuffled(names, random));
            }
            long length = between(random, SHORTEST, LONGEST);
            plan.add(new PlannedFault(waiting.remove(), next, length));
            next += length + between(random, SHORTEST_PAUSE, LONGEST_PAUSE);
        }
        return plan;
    }

    private static List<String> shuffled(List<String> names, Random random) {
        List<String> all = new ArrayList<>(names);
        Collections.shuffle(all, random);
        return all;
    }

    private static long between(Random random, int least, int most) {
        return least + (long) random.nextInt(most - least + 1);
    }
}
