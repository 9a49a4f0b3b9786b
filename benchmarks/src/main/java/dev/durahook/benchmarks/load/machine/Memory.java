package dev.durahook.benchmarks.load.machine;

/** Reads the memory that a process occupies. */
final class Memory {

    private Memory() {}

    /** The resident memory of a process in MB; 0 if it is unknown. */
    static double resident(long pid) {
        return ProcFile.lines(pid + "/status").stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .sum();
    }
}
