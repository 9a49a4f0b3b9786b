package dev.durahook.reliability.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws faults. The same seed draws the same faults at the same offsets. Every fault comes once before one comes twice; two
 * faults that come at the same time disturb different parts of the installation.
 */
public final class FaultPlan {

    private static final int QUIET_BEFORE = 10_000;
    private static final int SHORTEST = 1_500;
    private static final int LONGEST = 10_000;
    // How long two faults last at the same time, at least.
    private static final int SHARED = 1_000;
    // A killed application needs some seconds to start. The pause begins when it is ready.
    private static final int SHORTEST_PAUSE = 6_000;
    private static final int LONGEST_PAUSE = 12_000;

    /** The shortest run that has a fault. */
    public static final Duration SHORTEST_RUN = Duration.ofMillis(QUIET_BEFORE + LONGEST);

    private final Random random;
    private final Map<String, Fault> faults;
    private final List<String> names;
    private final double pairs;
    private final List<String> waiting = new ArrayList<>();

    private FaultPlan(long seed, List<Fault> faults, double pairs) {
        this.random = new Random(seed);
        this.faults = faults.stream().collect(Collectors.toMap(Fault::name, Function.identity()));
        this.names = faults.stream().map(Fault::name).toList();
        this.pairs = pairs;
    }

    /**
     * Draws the faults of a run.
     *
     * @param faults the possible faults, in an order that does not change between runs
     * @param pairs how often two faults are made at the same time, from 0 to 1
     * @param run the length of the run; no fault ends later
     * @throws IllegalArgumentException if there is no possible fault
     */
    public static List<ConcurrentFaults> of(long seed, List<Fault> faults, double pairs, Duration run) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("no fault has such a name");
        }
        return new FaultPlan(seed, faults, pairs).steps(run.toMillis());
    }

    private List<ConcurrentFaults> steps(long run) {
        List<ConcurrentFaults> plan = new ArrayList<>();
        long next = QUIET_BEFORE;
        while (next + LONGEST <= run) {
            ConcurrentFaults step = step(next);
            plan.add(step);
            next = step.end() + between(SHORTEST_PAUSE, LONGEST_PAUSE);
        }
        return plan;
    }

    private ConcurrentFaults step(long offset) {
        if (waiting.isEmpty()) {
            waiting.addAll(names);
            Collections.shuffle(waiting, random);
            VersionFaults.order(waiting);
        }
        List<PlannedFault> together = new ArrayList<>();
        together.add(new PlannedFault(waiting.remove(0), offset, between(SHORTEST, LONGEST)));
        if (random.nextDouble() < pairs) {
            second(together.get(0)).ifPresent(together::add);
        }
        return new ConcurrentFaults(together);
    }

    // Begins while the first fault lasts, and ends before the longest fault would.
    private Optional<PlannedFault> second(PlannedFault first) {
        long delay = between(0, first.length() - SHARED);
        long length = between(SHARED, LONGEST - delay);
        Fault one = fault(first.name());
        return waiting.stream()
                .filter(name -> fault(name).isApartFrom(one))
                .findFirst()
                .map(name -> {
                    waiting.remove(name);
                    return new PlannedFault(name, first.offset() + delay, length);
                });
    }

    private Fault fault(String name) {
        return Objects.requireNonNull(faults.get(name), name);
    }

    private long between(long least, long most) {
        return least + random.nextInt((int) (most - least) + 1);
    }
}
