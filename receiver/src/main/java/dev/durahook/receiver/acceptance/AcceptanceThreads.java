package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.limit.Permits;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that send events to Temporal. They are not an {@link Executor} bean, because such a bean would replace
 * Spring Boot's own executor in the application around the receiver.
 */
final class AcceptanceThreads implements AutoCloseable {

    private final ThreadPoolExecutor callers;
    private final ScheduledThreadPoolExecutor timer;

    /** Starts threads as needed; {@link Permits} limits how many are in use. */
    AcceptanceThreads() {
        callers = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("durahook-acceptance-"));
        timer = new ScheduledThreadPoolExecutor(1, named("durahook-deadline-"));
        timer.setRemoveOnCancelPolicy(true);
    }

    Executor callers() {
        return callers;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    public void close() {
        callers.shutdown();
        timer.shutdownNow();
    }

    private static CustomizableThreadFactory named(String prefix) {
        CustomizableThreadFactory factory = new CustomizableThreadFactory(prefix);
        factory.setDaemon(true);
        return factory;
    }
}
