package dev.durahook.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls that are made at the same time and must wait for something, each on a thread of its own. A test goes on only when
 * all of them wait.
 */
public final class WaitingCalls<T> {

    private final List<FutureTask<T>> calls;
    private final List<Thread> threads;

    private WaitingCalls(List<FutureTask<T>> calls) {
        this.calls = calls;
        this.threads = calls.stream().map(Thread::new).toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
    }

    /** Makes the calls. */
    public static <T> WaitingCalls<T> of(List<? extends Callable<T>> calls) {
        return new WaitingCalls<>(calls.stream().map(FutureTask<T>::new).toList());
    }

    /**
     * Waits up to {@link Await#PATIENCE} until all calls wait.
     *
     * @throws AssertionError if a call ends
     */
    public void await() {
        Await.until("all calls wait", () -> threads.stream().allMatch(WaitingCalls::waits));
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, BLOCKED -> true;
            case TERMINATED -> throw new AssertionError("a call has ended without waiting");
            case NEW, RUNNABLE -> false;
        };
    }

    /** Waits up to {@link Await#PATIENCE} for each call, and returns their results in the order of the calls. */
    public List<T> results() {
        List<T> results = new ArrayList<>();
        for (FutureTask<T> call : calls) {
            results.add(result(call));
        }
        return results;
    }

    private static <T> T result(FutureTask<T> call) {
        try {
            return call.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("a call has no result", e);
        }
    }
}
