package dev.durahook.benchmarks.load.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcCpuTimeTest {

    // user, nice, system, idle, waiting for disks, interrupts, software interrupts, stolen, guests, nice guests
    private static final String LINE = "cpu  1 20 300 4000 50000 600000 7000000 80000000 900000000 1000000000";

    @Test
    void workOfOtherGuestsIsNotTheMachines() {
        assertThat(ProcCpuTime.machine(LINE)).isEqualTo(76_003_210.0);
        assertThat(ProcCpuTime.stolen(LINE)).isEqualTo(800_000_000.0);
    }

    @Test
    void systemWithoutProcHasNoCpuTime() {
        assertThat(ProcCpuTime.machine("")).isNaN();
        assertThat(ProcCpuTime.stolen("")).isNaN();
    }
}
