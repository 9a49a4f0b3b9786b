package dev.durahook.benchmarks.load.machine;

import java.util.stream.IntStream;

/** Reads CPU time in milliseconds from {@code /proc}. */
final class ProcCpuTime {

    // Linux counts in hundredths of a second on every architecture that Temporal runs on.
    private static final double MILLIS_A_TICK = 10;

    private ProcCpuTime() {}

    /**
     * The CPU time that all processors together have spent on work since the machine was started; not a number if it is
     * unknown. Idle time and waiting for disks do not count. The time of guests is not added again: user time contains it.
     */
    static double machine() {
        return machine(ProcFile.firstLine("stat"));
    }

    static double machine(String line) {
        return ofMachine(line, 1, 2, 3, 6, 7);
    }

    /** The time for which a virtual machine had to wait for its host's processors; not a number if it is unknown. */
    static double stolen() {
        return stolen(ProcFile.firstLine("stat"));
    }

    static double stolen(String line) {
        return ofMachine(line, 8);
    }

    private static double ofMachine(String line, int... places) {
        String[] fields = line.split(" +");
        return fields.length < 9 ? Double.NaN : millis(fields, places);
    }

    /**
     * The CPU time that a process and its ended children have used since the process was started; 0 if the process has
     * ended.
     */
    static double process(long pid) {
        String line = ProcFile.firstLine(pid + "/stat");
        if (line.isEmpty()) {
            return 0;
        }
        // The second field is the name, in brackets, and may hold spaces.
        String[] fields = line.substring(line.lastIndexOf(')') + 1).trim().split(" ");
        return millis(fields, 11, 12, 13, 14);
    }

    private static double millis(String[] fields, int... places) {
        long ticks = IntStream.of(places)
                .mapToLong(place -> Long.parseLong(fields[place]))
                .sum();
        return ticks * MILLIS_A_TICK;
    }
}
