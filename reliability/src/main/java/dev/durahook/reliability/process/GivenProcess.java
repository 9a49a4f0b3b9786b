package dev.durahook.reliability.process;

import dev.durahook.loadsupport.process.ShellCommand;
import java.util.List;

/**
 * A process that runs already, and goes on running after the run.
 *
 * @param finder prints the process's ID
 * @param starter starts the process after it has ended, and returns when it is ready
 */
record GivenProcess(ShellCommand finder, Runnable starter) implements NodeProcess {

    @Override
    public long id() {
        return Long.parseLong(finder.printed());
    }

    @Override
    public boolean isAlive() {
        try {
            return ProcessHandle.of(id()).filter(ProcessHandle::isAlive).isPresent();
        } catch (IllegalStateException | NumberFormatException e) {
            // The command finds no process.
            return false;
        }
    }

    @Override
    public void start() {
        starter.run();
    }

    @Override
    public void roll() {
        throw new UnsupportedOperationException("only a process that the run has started can be replaced by another");
    }

    @Override
    public List<Integer> ports() {
        return List.of();
    }

    @Override
    public void close() {
        // The process was there before the run.
    }
}
