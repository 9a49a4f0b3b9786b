package dev.durahook.worker.inline;

import io.temporal.activity.ActivityInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The attempts inside workflow tasks that run in this process. If a workflow task is lost while its attempt runs, the
 * next task gets the end of that attempt, and the attempt is not made a second time.
 *
 * @param <T> the result of an attempt
 */
final class BegunAttempts<T> {

    // A replay gives the same local activity the same ID.
    private record ActivityKey(String run, String activity) {

        static ActivityKey of(ActivityInfo attempt) {
            return new ActivityKey(attempt.getWorkflowRunId(), attempt.getActivityId());
        }
    }

    private record BegunAttempt<T>(CompletableFuture<T> end, long overAt) {

        T await() throws TimeoutException {
            try {
                return end.get(overAt - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw (Error) e.getCause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while an attempt ran", e);
            }
        }
    }

    private final Map<ActivityKey, BegunAttempt<T>> begun = new ConcurrentHashMap<>();

    /**
     * Makes an attempt.
     *
     * @param time the longest that the attempt may take
     */
    T make(ActivityInfo info, Duration time, Supplier<T> attempt) {
        ActivityKey key = ActivityKey.of(info);
        BegunAttempt<T> made = new BegunAttempt<>(new CompletableFuture<>(), System.nanoTime() + time.toNanos());
        begun.put(key, made);
        try {
            T result = attempt.get();
            made.end().complete(result);
            return result;
        } catch (RuntimeException | Error failure) {
            made.end().completeExceptionally(failure);
            throw failure;
        } finally {
            begun.remove(key, made);
        }
    }

    /**
     * Waits for the end of an attempt that runs, but no longer than the attempt may take; empty if none runs.
     *
     * @throws TimeoutException if the attempt's time is over: it has ignored its interruption, or the task that began it
     *     was lost before it could interrupt it
     */
    Optional<T> join(ActivityInfo info) throws TimeoutException {
        BegunAttempt<T> attempt = begun.get(ActivityKey.of(info));
        return attempt == null ? Optional.empty() : Optional.of(attempt.await());
    }
}
