package dev.durahook.standalone.devserver;

import java.nio.file.Path;
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
                .filter(info -> isProgram(info) || isDevelopmentServer(info))
                .isPresent();
    }

    private static Optional<ProcessHandle> process(long id) {
        return ProcessHandle.of(id).filter(ProcessHandle::isAlive);
    }

    private static boolean isProgram(ProcessHandle.Info info) {
        return info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.contains("temporal"))
                .isPresent();
    }

    // The program may be a script, and the command then is the script's shell.
    private static boolean isDevelopmentServer(ProcessHandle.Info info) {
        return info.commandLine().filter(line -> line.contains("start-dev")).isPresent();
    }
}
