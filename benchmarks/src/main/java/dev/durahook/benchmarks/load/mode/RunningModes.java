package dev.durahook.benchmarks.load.mode;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All applications, workers and destinations that run during the measurements. They run from the start of the benchmark
 * to its end, so that each mode is warm when its turn comes again.
 */
public final class RunningModes implements AutoCloseable {

    private final List<AutoCloseable> started = new ArrayList<>();
    private final Map<Mode, RunningMode> modes = new EnumMap<>(Mode.class);
    private final List<ProcessGroup> common;

    private RunningModes(List<ProcessGroup> common) {
        this.common = common;
    }

    /** Starts the processes that these modes need, and waits until all of them are ready. */
    public static RunningModes start(ModeSetting setting, WorkflowClient client, Collection<Mode> wanted) {
        RunningModes all = new RunningModes(Stream.concat(
                        Stream.of(ProcessGroup.of(
                                ProcessGroup.LOAD_GENERATOR,
                                ProcessHandle.current().pid())),
                        setting.server().processes().stream())
                .toList());
        try {
            all.startBare(new BareModes(setting, client), wanted);
            all.startDurahook(new DurahookModes(setting), wanted);
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private void startBare(BareModes bare, Collection<Mode> wanted) {
        if (wanted.contains(Mode.CEILING)) {
            add(bare.ceiling());
        }
        if (wanted.contains(Mode.PLAIN)) {
            add(bare.plain(started));
        }
        if (wanted.contains(Mode.FAST)) {
            add(bare.fast(started));
        }
    }

    private void startDurahook(DurahookModes durahook, Collection<Mode> wanted) {
        if (wanted.contains(Mode.DOOR)) {
            add(durahook.door(started));
        }
        if (wanted.contains(Mode.APART)) {
            add(durahook.apart(started));
        }
        if (wanted.contains(Mode.ONE_PROCESS)) {
            add(durahook.oneProcess(started));
        }
    }

    private void add(RunningMode mode) {
        modes.put(mode.mode(), mode);
    }

    /** The running mode, which must be one of the modes that were started. */
    public RunningMode of(Mode mode) {
        RunningMode running = modes.get(mode);
        if (running == null) {
            throw new IllegalArgumentException(mode + " was not started");
        }
        return running;
    }

    /** For each mode, the beginning of the IDs of its workflows whose names begin with this text. */
    public Set<String> idPrefixes(String name) {
        return modes.values().stream().map(mode -> mode.idPrefix(name)).collect(Collectors.toSet());
    }

    /** The load generator and the server, which are part of every mode. */
    public List<ProcessGroup> common() {
        return common;
    }

    @Override
    public void close() {
        for (int i = started.size() - 1; i >= 0; i--) {
            try {
                started.get(i).close();
            } catch (Exception e) {
                throw new IllegalStateException("could not end a process", e);
            }
        }
    }
}
