package dev.durahook.benchmarks.load.mode;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.benchmarks.load.traffic.Door;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A mode that is ready for events.
 *
 * @param source the source's name, with which the workflow IDs begin
 * @param doors makes a door with connections of its own for each measurement
 * @param effects the file in which effects are noted
 * @param processes the processes that this mode needs beside the load generator and the server
 */
public record RunningMode(Mode mode, String source, Supplier<Door> doors, Path effects, List<ProcessGroup> processes) {}
