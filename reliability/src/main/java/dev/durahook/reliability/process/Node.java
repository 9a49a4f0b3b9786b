package dev.durahook.reliability.process;

import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.loadsupport.process.ShellCommand;
import dev.durahook.loadsupport.time.Pause;
import dev.durahook.testsupport.process.ProcessSignal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A process of the installation that can be killed, frozen and started again. */
public final class Node implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String name;
    private final ProcessSignal end;
    private final NodeProcess process;

    private Node(String name, ProcessSignal end, NodeProcess process) {
        this.name = name;
        this.end = end;
        this.process = process;
    }

    /** Starts a process of our own. Each start, also a later one, waits until the process is ready. */
    public static Node start(String name, Supplier<LoggedProcess> starter) {
        return serve(name, () -> new OwnProcess.Running(starter.get(), 0));
    }

    /** Starts a process of our own that may take deliveries. */
    public static Node serve(String name, Supplier<OwnProcess.Running> starter) {
        return new Node(name, ProcessSignal.TERM, new OwnProcess(starter));
    }

    /**
     * A process that runs already, and goes on running after the run.
     *
     * @param end the signal that asks the process to end
     * @param id a shell command that prints the process's ID
     * @param starter starts the process after it has ended, and returns when it is ready
     */
    public static Node given(String name, ProcessSignal end, ShellCommand id, Runnable starter) {
        return new Node(name, end, new GivenProcess(id, starter));
    }

    /** The name, such as {@code worker}. */
    public String name() {
        return name;
    }

    /** Ends the process by SIGKILL, and waits for its end. */
    public void kill() {
        end(ProcessSignal.KILL);
    }

    /** Asks the process to end, and waits for its end. */
    public void terminate() {
        end(end);
    }

    /** Freezes the process: its connections stay open, but it does nothing. */
    public void freeze() {
        ProcessSignal.STOP.sendTo(process.id());
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        ProcessSignal.CONT.sendTo(process.id());
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Starts the process again after its end, and waits until it is ready. */
    public void start() {
        process.start();
    }

    /**
     * Starts another process of this kind, and ends the first when the other is ready.
     *
     * @throws UnsupportedOperationException if the process is not our own
     */
    public void roll() {
        process.roll();
    }

    /** The ports on which deliveries are taken: two while one process replaces another. */
    public List<Integer> ports() {
        return process.ports();
    }

    private void end(ProcessSignal signal) {
        long ending = process.id();
        signal.sendTo(ending);
        long giveUp = System.nanoTime() + END.toNanos();
        while (ProcessHandle.of(ending).filter(ProcessHandle::isAlive).isPresent()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(name + " did not end " + END.toSeconds() + " s after SIG" + signal);
            }
            Pause.of(PAUSE);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
