package dev.durahook.worker;

import dev.durahook.worker.parking.StatusAttribute;
import io.grpc.StatusRuntimeException;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops the workers instead of Temporal's starter. The starter gives up if Temporal is down at the start. At
 * the end it does not wait for running activities, so their effects would be repeated.
 *
 * @see <a href="https://github.com/temporalio/sdk-java/issues/2724">the starter's issue about the start</a>
 * @see <a href="https://github.com/temporalio/sdk-java/issues/2026">and about the end</a>
 */
final class WorkerLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerLifecycle.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    // Lower phases stop later. The workers stop after the web server has answered its last request, because
    // a request may bring this worker a task. They stop before the management port is closed, so that
    // health and metrics show the end of the work. The compiler copies the constant, so an application
    // without a web server does not need the class.
    private static final int PHASE = WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 256;

    private final WorkerFactory factory;
    private final Rehearsal rehearsal;
    private final StatusAttribute status;
    private final Duration shutdownTimeout;
    private volatile @Nullable Thread starter;
    private volatile boolean working;

    WorkerLifecycle(WorkerFactory factory, Rehearsal rehearsal, StatusAttribute status, Duration shutdownTimeout) {
        this.factory = factory;
        this.rehearsal = rehearsal;
        this.status = status;
        this.shutdownTimeout = shutdownTimeout;
    }

    /** Returns at once; the workers start as soon as Temporal answers. */
    @Override
    public void start() {
        if (factory.isShutdown()) {
            LOG.error("The workers were stopped and can't be started again: restart the application");
            return;
        }
        Thread thread = new Thread(this::startUntilStarted, "durahook-worker-start");
        starter = thread;
        thread.start();
    }

    private void startUntilStarted() {
        String said = null;
        while (isRunning()) {
            try {
                connect();
                status.ensureUsable();
                rehearsal.run();
                if (isRunning()) {
                    begin();
                }
                return;
            } catch (RuntimeException | Error e) {
                // A stop interrupts the call to Temporal. While no thread can be started, Java throws an Error.
                if (!isRunning()) {
                    return;
                }
                // Logs each kind of reason once: the first may be a server that is down, the next one a mistake.
                String kind = kind(e);
                LOG.atLevel(kind.equals(said) ? Level.DEBUG : Level.WARN)
                        .log("The workers can't start yet and try again every second: {}", e.getMessage());
                said = kind;
                pause();
            }
        }
    }

    private void begin() {
        startFactory();
        working = true;
        LOG.info("Workers started");
    }

    // The SDK skips a worker whose start it has begun, so it never starts the pollers that such a worker lacks.
    private void startFactory() {
        try {
            factory.start();
        } catch (Error e) {
            LOG.error("Not all pollers of the workers may have been started. Restart this process: {}", e.getMessage());
            throw e;
        }
    }

    // The start would connect as well, but the rehearsal must come before it, and needs the server's capabilities.
    private void connect() {
        Objects.requireNonNull(factory.getWorkflowClient()
                .getWorkflowServiceStubs()
                .getServerCapabilities()
                .get());
    }

    // While a server is down, connections are refused, reset or broken off in turns, with different messages.
    private static String kind(Throwable failure) {
        return failure instanceof StatusRuntimeException refused
                ? refused.getStatus().getCode().toString()
                : String.valueOf(failure.getMessage());
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            starter = null;
        }
    }

    /** Takes no more tasks and waits until the running tasks have ended and Temporal has their results. */
    @Override
    public void stop() {
        Thread thread = starter;
        starter = null;
        working = false;
        if (thread != null) {
            thread.interrupt();
        }
        boolean mayBeWorking = factory.isStarted();
        shutDown();
        if (mayBeWorking) {
            awaitTermination();
        }
    }

    private void awaitTermination() {
        factory.awaitTermination(shutdownTimeout.toMillis(), TimeUnit.MILLISECONDS);
        if (!factory.isTerminated()) {
            LOG.warn("Activities still run after {}; other workers will try them again", shutdownTimeout);
        }
    }

    // The shutdown notifies Temporal, which may be down.
    private void shutDown() {
        try {
            factory.shutdown();
        } catch (RuntimeException e) {
            LOG.warn("The workers stop without telling Temporal: {}", e.getMessage());
        }
    }

    /**
     * Whether the workers have started and have not been stopped. The factory can't be asked, because it does not
     * answer while it waits for Temporal.
     */
    boolean isWorking() {
        return working && isRunning();
    }

    @Override
    public boolean isRunning() {
        return starter != null;
    }

    /** The workers go on while Spring's test framework uses another context: they could not be started again. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
