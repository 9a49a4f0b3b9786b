package dev.durahook.worker;

import io.temporal.worker.WorkerOptions;
import java.time.Duration;

/**
 * The options of workers in tests. On a busy machine a workflow's thread may get no CPU for a second. The SDK would
 * suspect a deadlock then, and fail the workflow's task or its replay.
 */
public final class PatientWorkers {

    private PatientWorkers() {}

    /** The options of a worker that a test creates. */
    public static WorkerOptions options() {
        return of(WorkerOptions.newBuilder()).build();
    }

    /** Adds the patience to other options. */
    public static WorkerOptions.Builder of(WorkerOptions.Builder options) {
        return options.setDefaultDeadlockDetectionTimeout(Duration.ofMinutes(1).toMillis());
    }
}
