package dev.durahook.worker.inline;

import io.temporal.activity.ActivityInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * The attempts inside workflow tasks that run in this process. If a workflow task is lost while its attempt runs, the
 * next task gets the end of that attempt, and the attempt is not made a second time.
 *
 * @param <T> the result of an attempt
 */
final class BegunAttempts<T> {

    // A replay gives the same local activity the same ID.
    private record Key(String run, String activity) {

        static Key of(ActivityInfo attempt) {
            return new Key(attempt.getWorkflowRunId(), attempt.getActivityId());
        }
    }

    private record Begun<T>(CompletableFuture<T> end, long overAt) {

        boolean isOverdue() {
            return System.nanoTime() - overAt >= 0;
        }
    }

    private final Map<Key, Begun<T>> begun = new ConcurrentHashMap<>();

    /**
     * Makes an attempt.
     *
     * @param time the longest that the attempt may take
     */
    T make(ActivityInfo info, Duration time, Supplier<T> attempt) {
        Key key = Key.of(info);
        Begun<T> made = new Begun<>(new CompletableFuture<>(), System.nanoTime() + time.toNanos());
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

    /** Whether an attempt runs whose time is over: it has ignored its interruption. */
    boolean isOverdue(ActivityInfo info) {
        return Optional.ofNullable(begun.get(Key.of(info)))
                .filter(Begun::isOverdue)
                .isPresent();
    }

    /** Waits for the end of an attempt that runs; empty if none runs. */
    Optional<T> join(ActivityInfo info) {
        return Optional.ofNullable(begun.get(Key.of(info))).map(attempt -> end(attempt.end()));
    }

    private static <T> T end(CompletableFuture<T> attempt) {
        try {
            return attempt.get();
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
