package dev.durahook.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void sameSeedDrawsTheSameFaults() {
        assertThat(FaultPlan.of(7, NAMES, LONG)).isEqualTo(FaultPlan.of(7, NAMES, LONG));
    }

    @Test
    void anotherSeedDrawsOthers() {
        assertThat(FaultPlan.of(7, NAMES, LONG)).isNotEqualTo(FaultPlan.of(8, NAMES, LONG));
    }

    @Test
    void longerRunBeginsAsAShorterOne() {
        List<PlannedFault> shorter = FaultPlan.of(7, NAMES, Duration.ofMinutes(2));

        assertThat(shorter).isNotEmpty();
        assertThat(FaultPlan.of(7, NAMES, LONG)).startsWith(shorter.toArray(PlannedFault[]::new));
    }

    @Test
    void eachFaultComesOnceBeforeOneComesTwice() {
        List<String> first = FaultPlan.of(3, NAMES, LONG).stream()
                .limit(NAMES.size())
                .map(PlannedFault::name)
                .toList();

        assertThat(first).containsExactlyInAnyOrderElementsOf(new HashSet<>(NAMES));
    }

    @Test
    void faultsDoNotOverlapAndEndInTime() {
        long end = 0;
        for (PlannedFault fault : FaultPlan.of(5, NAMES, LONG)) {
            assertThat(fault.offset()).isGreaterThan(end);
            end = fault.offset() + fault.length();
        }
        assertThat(end).isPositive().isLessThanOrEqualTo(LONG.toMillis());
    }
}
