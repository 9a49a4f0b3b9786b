package dev.durahook.reliability.install;

import dev.durahook.benchmarks.load.process.LoggedProcess;
import dev.durahook.benchmarks.load.process.ShellCommand;
import dev.durahook.benchmarks.load.time.Pause;
import dev.durahook.testsupport.process.ProcessSignal;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A process of the installation that can be killed, frozen and started again. */
public final class Node implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String name;
    private final ProcessSignal end;
    private final LongSupplier id;
    private final Runnable starter;
    private final Runnable roller;
    private final Runnable closer;

    private Node(String name, ProcessSignal end, LongSupplier id, Runnable starter, Runnable roller, Runnable closer) {
        this.name = name;
        this.end = end;
        this.id = id;
        this.starter = starter;
        this.roller = roller;
        this.closer = closer;
    }

    /** Starts a process of our own. Each start, also a later one, waits until the process is ready. */
    static Node start(String name, Supplier<LoggedProcess> starter) {
        OwnProcess process = new OwnProcess(starter);
        return new Node(name, ProcessSignal.TERM, process::id, process::start, process::roll, process::close);
    }

    /**
     * A process that runs already, and goes on running after the run.
     *
     * @param end the signal that asks the process to end
     * @param id a shell command that prints the process's ID
     * @param starter starts the process after it has ended, and returns when it is ready
     */
    static Node given(String name, ProcessSignal end, ShellCommand id, Runnable starter) {
        return new Node(name, end, () -> Long.parseLong(id.printed()), starter, Node::canNotRoll, () -> {});
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
        ProcessSignal.STOP.sendTo(id.getAsLong());
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        ProcessSignal.CONT.sendTo(id.getAsLong());
    }

    /** Starts the process again after its end, and waits until it is ready. */
    public void start() {
        starter.run();
    }

    /**
     * Starts another process of this kind, and ends the first when the other is ready.
     *
     * @throws UnsupportedOperationException if the process is not our own
     */
    public void roll() {
        roller.run();
    }

    private static void canNotRoll() {
        throw new UnsupportedOperationException("only a process that the run has started can be replaced by another");
    }

    private void end(ProcessSignal signal) {
        long ending = id.getAsLong();
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
        closer.run();
    }

    private static final class OwnProcess {

        private final Supplier<LoggedProcess> starter;
        private volatile LoggedProcess running;

        OwnProcess(Supplier<LoggedProcess> starter) {
            this.starter = starter;
            this.running = starter.get();
        }

        long id() {
            return running.id();
        }

        void start() {
            running = starter.get();
        }

        void roll() {
            LoggedProcess former = running;
            start();
            former.close();
        }

        void close() {
            running.close();
        }
    }
}
