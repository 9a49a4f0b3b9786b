package dev.durahook.standalone.temporal;

import java.util.Optional;

/** A process of this machine, known by its id. */
final class RunningProcess {

    private RunningProcess() {}

    /** Whether it is alive and a Temporal: after a reboot the id may be another's. */
    static boolean isTemporal(long id) {
        return ProcessHandle.of(id)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .flatMap(RunningProcess::name)
                .filter(name -> name.contains("temporal"))
                .isPresent();
    }

    private static Optional<String> name(ProcessHandle.Info info) {
        return info.command().or(info::commandLine);
    }
}
