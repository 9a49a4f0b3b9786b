package dev.durahook.benchmarks.load.machine;

import dev.durahook.loadsupport.time.Pause;
import java.time.Duration;
import java.util.List;

/** Finds out how busy other work keeps the machine. */
public final class OtherLoad {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private OtherLoad() {}

    /**
     * The number of processors that other work keeps busy, as the mean of one second. The work of a virtual machine's
     * neighbours is other work, too.
     *
     * @param ours the processes of the benchmark, whose work does not count
     */
    public static double read(List<ProcessGroup> ours) {
        CpuUsage before = CpuUsage.read(ours);
        double stolen = ProcCpuTime.stolen();
        Pause.of(LOOK);
        CpuUsage used = CpuUsage.read(ours).since(before);
        return (used.machine() - used.ours() + ProcCpuTime.stolen() - stolen) / LOOK.toMillis();
    }
}
