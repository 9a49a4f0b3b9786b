package dev.durahook.standalone.devserver;

import java.util.Optional;

/** Looks up the processes of the operating system. */
public final class SystemProcesses implements Processes {

    @Override
    public boolean isAlive(long id) {
        return process(id).isPresent();
    }

    @Override
    public boolean isTemporal(long id) {
        return process(id)
                .map(ProcessHandle::info)
                .flatMap(SystemProcesses::name)
                .filter(name -> name.contains("temporal"))
                .isPresent();
    }

    private static Optional<ProcessHandle> process(long id) {
        return ProcessHandle.of(id).filter(ProcessHandle::isAlive);
    }

    private static Optional<String> name(ProcessHandle.Info info) {
        return info.command().or(info::commandLine);
    }
}
