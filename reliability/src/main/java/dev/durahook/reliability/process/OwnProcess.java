package dev.durahook.reliability.process;

import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.loadsupport.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A process that the run has started. */
public final class OwnProcess implements NodeProcess {

    // Long enough for both processes to get deliveries and tasks at the same time.
    private static final Duration OVERLAP = Duration.ofSeconds(3);

    private final Supplier<Running> starter;
    private volatile List<Running> running;

    /**
     * A process that is ready.
     *
     * @param port the port on which the process takes deliveries; 0 if the process takes none
     */
    public record Running(LoggedProcess process, int port) {}

    /** Starts the process. */
    OwnProcess(Supplier<Running> starter) {
        this.starter = starter;
        this.running = List.of(starter.get());
    }

    @Override
    public long id() {
        return newest().process().id();
    }

    @Override
    public boolean isAlive() {
        return ProcessHandle.of(id()).filter(ProcessHandle::isAlive).isPresent();
    }

    @Override
    public void start() {
        running = List.of(starter.get());
    }

    @Override
    public void roll() {
        Running former = newest();
        Running next = starter.get();
        running = List.of(former, next);
        Pause.of(OVERLAP);
        running = List.of(next);
        former.process().close();
    }

    @Override
    public List<Integer> ports() {
        return running.stream().map(Running::port).filter(port -> port > 0).toList();
    }

    @Override
    public void close() {
        running.forEach(each -> each.process().close());
    }

    private Running newest() {
        List<Running> now = running;
        return now.get(now.size() - 1);
    }
}
