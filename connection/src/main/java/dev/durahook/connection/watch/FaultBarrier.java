package dev.durahook.connection.watch;

import dev.durahook.connection.failure.FailurePlace;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catches the failure of one piece of work. Otherwise the failure would end work that has to go on for as long as the
 * process runs, such as a watch or the deadlines of all requests. This includes each {@code Error}: while no thread
 * can be started, Java throws an {@link OutOfMemoryError}, the process goes on, and an executor never repeats a task
 * that has thrown.
 */
public final class FaultBarrier {

    private static final Logger LOG = LoggerFactory.getLogger(FaultBarrier.class);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final String work;
    private final Throttle<String> lines = new Throttle<>(BETWEEN_LINES, System::nanoTime);

    /**
     * A barrier for work that is repeated.
     *
     * @param work names the work in the log, as the subject of a sentence
     */
    public FaultBarrier(String work) {
        this.work = work;
    }

    /** Does a piece of the work. Never throws; a failure is logged, at most once a minute. */
    public void run(Runnable piece) {
        try {
            piece.run();
        } catch (Throwable failure) {
            log(failure);
        }
    }

    /** Logs a failure, at most once a minute. Never throws, although a line in the log may need memory, too. */
    void log(Throwable failure) {
        try {
            if (lines.allows(work)) {
                LOG.warn("{} failed, and goes on: {}", work, FailurePlace.of(failure));
            }
        } catch (Throwable again) {
            // The next failure may be logged.
        }
    }
}
