package dev.durahook.workflows.shop;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A ledger that answers as a test wants, and remembers when it was asked. */
public final class ScriptedLedger implements LedgerActivities {

    private final List<Instant> calls = new CopyOnWriteArrayList<>();
    private final Supplier<Instant> clock;
    private volatile int failures;
    private volatile Supplier<RuntimeException> failure = () -> unavailable("The ledger answered 503");
    private volatile boolean silent;

    public ScriptedLedger(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** A failure that is worth another attempt. */
    public static ApplicationFailure unavailable(String message) {
        return ApplicationFailure.newFailure(message, "LedgerUnavailable");
    }

    /** The next calls fail, then they succeed. */
    public void failTimes(int times) {
        failures = calls.size() + times;
    }

    /** From now on every call fails. */
    public void fail() {
        failures = Integer.MAX_VALUE;
    }

    /** From now on every call fails like this. */
    public void failWith(Supplier<RuntimeException> how) {
        failure = how;
        fail();
    }

    /** From now on no call is answered. */
    public void fallSilent() {
        silent = true;
    }

    /** How often it was asked. */
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
