package dev.durahook.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

    private static final List<String> NAMES = List.of("a: 1", "a: 2", "b: 1", "b: 2", "c: 1", "c: 2", "d: 1");
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void sameSeedDrawsTheSameFaults() {
        assertThat(plan(7, LONG)).isEqualTo(plan(7, LONG));
    }

    @Test
    void anotherSeedDrawsOthers() {
        assertThat(plan(7, LONG)).isNotEqualTo(plan(8, LONG));
    }

    @Test
    void longerRunBeginsAsAShorterOne() {
        List<ConcurrentFaults> shorter = plan(7, Duration.ofMinutes(2));

        assertThat(shorter).isNotEmpty();
        assertThat(plan(7, LONG)).startsWith(shorter.toArray(ConcurrentFaults[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6, 7, 8, 9})
    void eachFaultComesOnceBeforeOneComesTwice(long seed) {
        List<String> first = faults(plan(seed, LONG))
                .map(PlannedFault::name)
                .limit(NAMES.size())
                .toList();

        assertThat(first).containsExactlyInAnyOrderElementsOf(new HashSet<>(NAMES));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6, 7, 8, 9})
    void stepsDoNotOverlapAndEndInTime(long seed) {
        long end = 0;
        for (ConcurrentFaults step : plan(seed, LONG)) {
            assertThat(step.offset()).isGreaterThan(end);
            end = step.end();
        }
        assertThat(end).isPositive().isLessThanOrEqualTo(LONG.toMillis());
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6, 7, 8, 9})
    void twoFaultsOfAStepOverlapAndDisturbDifferentParts(long seed) {
        List<ConcurrentFaults> pairs = FaultPlan.of(seed, possible(), 1, LONG).stream()
                .filter(step -> step.faults().size() == 2)
                .toList();

        assertThat(pairs).hasSizeGreaterThan(5).allSatisfy(step -> {
            PlannedFault first = step.faults().get(0);
            PlannedFault second = step.faults().get(1);
            assertThat(second.offset()).isBetween(first.offset(), first.end() - 1_000);
            assertThat(second.length()).isPositive();
            assertThat(second.name().charAt(0)).isNotEqualTo(first.name().charAt(0));
        });
    }

    @Test
    void shortestRunHasAFault() {
        assertThat(plan(7, FaultPlan.SHORTEST_RUN)).hasSize(1);
        assertThat(plan(7, FaultPlan.SHORTEST_RUN.minusMillis(1))).isEmpty();
    }

    @Test
    void someStepsHaveTwoFaults() {
        assertThat(plan(7, LONG)).extracting(step -> step.faults().size()).contains(1, 2);
    }

    @Test
    void withoutPairsEachStepHasOneFault() {
        assertThat(FaultPlan.of(7, possible(), 0, LONG))
                .allMatch(step -> step.faults().size() == 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void applicationsGoBackBeforeTheyGoForward(long seed) {
        List<Fault> versions = Stream.of("applications: upgrade", "worker: kill", "applications: downgrade")
                .map(name -> fault(name, "applications"))
                .toList();

        assertThat(faults(FaultPlan.of(seed, versions, 0.5, LONG))
                        .map(PlannedFault::name)
                        .filter(name -> name.startsWith("applications"))
                        .limit(4))
                .containsExactly(
                        "applications: downgrade",
                        "applications: upgrade",
                        "applications: downgrade",
                        "applications: upgrade");
    }

    @Test
    void thereMustBeAFault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultPlan.of(7, List.of(), 0, LONG))
                .withMessage("no fault has such a name");
    }

    private static List<ConcurrentFaults> plan(long seed, Duration run) {
        return FaultPlan.of(seed, possible(), 0.5, run);
    }

    private static Stream<PlannedFault> faults(List<ConcurrentFaults> plan) {
        return plan.stream().flatMap(step -> step.faults().stream());
    }

    private static List<Fault> possible() {
        return NAMES.stream().map(name -> fault(name, name.substring(0, 1))).toList();
    }

    private static Fault fault(String name, String part) {
        return new Fault(name, Set.of(part), () -> {}, () -> {});
    }
}
