package dev.durahook.benchmarks.load.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Processes whose CPU time and memory are reported together.
 *
 * @param name the name in the table
 * @param processes the IDs of the processes that run now
 */
public record ProcessGroup(String name, Supplier<List<Long>> processes) {

    /** The name of the process that sends the events. */
    public static final String LOAD_GENERATOR = "load";

    /** A single process. */
    public static ProcessGroup of(String name, long pid) {
        return new ProcessGroup(name, () -> List.of(pid));
    }

    /** All processes of this machine whose command has this name. */
    public static ProcessGroup named(String command) {
        return new ProcessGroup(command, () -> find(command));
    }

    /** The CPU time of the processes so far, in milliseconds. */
    public double cpuMillis() {
        return processes.get().stream().mapToDouble(CpuTime::process).sum();
    }

    /** The resident memory of the processes, in MB. Memory that they share counts once for each. */
    public double residentMegabytes() {
        return processes.get().stream().mapToDouble(Memory::resident).sum();
    }

    private static List<Long> find(String command) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> command.equals(commandOf(pid)))
                .toList();
    }

    private static String commandOf(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/comm"))) {
            return lines.findFirst().orElse("");
        } catch (IOException ended) {
            return "";
        }
    }
}
