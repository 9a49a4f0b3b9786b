package dev.durahook.benchmarks.load.mode;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.benchmarks.load.traffic.Door;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A mode that is ready for events.
 *
 * @param source the name of the source, with which the workflow IDs begin
 * @param doors gives the door for a measurement; a door over HTTP has connections of its own
 * @param effects the file in which the handler notes its effects
 * @param processes the processes of this mode alone, without the load generator and the server
 */
public record RunningMode(Mode mode, String source, Supplier<Door> doors, Path effects, List<ProcessGroup> processes) {

    /** The beginning of the workflow IDs of all events whose names begin with this text. */
    public String idPrefix(String name) {
        return source + ":" + name;
    }
}
