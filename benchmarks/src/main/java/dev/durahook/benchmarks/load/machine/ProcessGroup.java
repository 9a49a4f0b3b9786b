package dev.durahook.benchmarks.load.machine;

import java.util.List;
import java.util.function.Supplier;

/**
 * Processes whose CPU time and memory are reported together.
 *
 * @param name the name of the group in the table
 * @param processes finds the IDs of the processes that run at the moment
 */
public record ProcessGroup(String name, Supplier<List<Long>> processes) {

    /** The name of the process that sends the events. */
    public static final String LOAD_GENERATOR = "load";

    // Linux cuts off the rest of a longer name.
    private static final int LONGEST_NAME = 15;

    /** A group of a single process. */
    public static ProcessGroup of(String name, long pid) {
        return new ProcessGroup(name, () -> List.of(pid));
    }

    /** A group of all processes of this machine whose command has this name. */
    public static ProcessGroup named(String command) {
        return new ProcessGroup(command, () -> find(command));
    }

    /** Whether no such process runs at the moment. */
    public boolean isEmpty() {
        return processes.get().isEmpty();
    }

    /** The CPU time of the processes so far, in milliseconds. */
    public double cpuMillis() {
        return processes.get().stream().mapToDouble(ProcCpuTime::process).sum();
    }

    /** The resident memory of the processes, in MB. Memory that several processes share counts for each of them. */
    public double residentMegabytes() {
        return processes.get().stream().mapToDouble(Memory::resident).sum();
    }

    private static List<Long> find(String command) {
        String name = command.substring(0, Math.min(command.length(), LONGEST_NAME));
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> name.equals(ProcFile.firstLine(pid + "/comm")))
                .toList();
    }
}
