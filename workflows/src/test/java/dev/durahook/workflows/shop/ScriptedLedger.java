package dev.durahook.workflows.shop;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A ledger whose answers a test sets, and which remembers the times of its calls. */
public final class ScriptedLedger implements LedgerActivities {

    private final List<Instant> calls = new CopyOnWriteArrayList<>();
    private final Supplier<Instant> clock;
    private volatile int failures;
    private volatile Supplier<RuntimeException> failure = () -> unavailable("The ledger answered 503");
    private volatile boolean silent;

    public ScriptedLedger(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** A failure after which the step is tried again. */
    public static ApplicationFailure unavailable(String message) {
        return ApplicationFailure.newFailure(message, "LedgerUnavailable");
    }

    /** Makes this many further calls fail; the calls after them succeed. */
    public void failTimes(int times) {
        failures = calls.size() + times;
    }

    /** Makes all further calls fail. */
    public void fail() {
        failures = Integer.MAX_VALUE;
    }

    /** Makes all further calls fail with this exception. */
    public void failWith(Supplier<RuntimeException> how) {
        failure = how;
        fail();
    }

    /** Leaves all further calls without an answer. */
    public void fallSilent() {
        silent = true;
    }

    /** The number of calls so far. */
    public int calls() {
        return calls.size();
    }

    /** The times between the calls, to the minute. */
    public List<Duration> pauses() {
        return IntStream.range(1, calls.size())
                .mapToObj(i -> Duration.between(calls.get(i - 1), calls.get(i)))
                .map(pause -> Duration.ofMinutes(Math.round(pause.toSeconds() / 60.0)))
                .toList();
    }

    @Override
    public String book(String eventId) {
        calls.add(clock.get());
        if (silent) {
            Activity.getExecutionContext().doNotCompleteOnReturn();
        }
        if (calls.size() <= failures) {
            throw failure.get();
        }
        return "booked " + eventId;
    }
}
