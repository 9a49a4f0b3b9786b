package dev.durahook.reliability.install;

import dev.durahook.benchmarks.load.process.LoggedProcess;
import dev.durahook.benchmarks.load.time.Pause;
import dev.durahook.testsupport.process.ProcessSignal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A process of the installation that can be killed, frozen and started again. */
public final class Node implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String name;
    private final LongSupplier id;
    private final Runnable starter;
    private final Runnable closer;

    private Node(String name, LongSupplier id, Runnable starter, Runnable closer) {
        this.name = name;
        this.id = id;
        this.starter = starter;
        this.closer = closer;
    }

    /** Starts a process of our own. Each start, also a later one, waits until the process is ready. */
    static Node start(String name, Supplier<LoggedProcess> starter) {
        AtomicReference<LoggedProcess> process = new AtomicReference<>(starter.get());
        return new Node(
                name,
                () -> process.get().id(),
                () -> process.set(starter.get()),
                () -> process.get().close());
    }

    /**
     * A process that runs already, and goes on running after the run.
     *
     * @param id finds the process's ID
     * @param starter starts the process after it has ended
     */
    static Node given(String name, LongSupplier id, Runnable starter) {
        return new Node(name, id, starter, () -> {});
    }

    /** The name, such as {@code worker}. */
    public String name() {
        return name;
    }

    /** Ends the process by SIGKILL, and waits for its end. */
    public void kill() {
        end(ProcessSignal.KILL);
    }

    /** Ends the process by SIGTERM, and waits for its end. */
    public void terminate() {
        end(ProcessSignal.TERM);
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
}
