package dev.durahook.receiver.acceptance.start;

import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The start of one event's workflow: its result, its deadline, and the last refusal by Temporal.
 *
 * <p>Temporal's client retries after a refusal and may sleep past the deadline. The refusal is kept here, so that the
 * answer at the deadline can give it as the reason.
 */
public final class WorkflowStart {

    /** The start for which the current gRPC call is made. Interceptors read it from the gRPC context. */
    static final Context.Key<WorkflowStart> CURRENT = Context.key("durahook-start");

    // In nanoseconds. The result of a call that ends right at the deadline is still used.
    private static final long GRACE = Duration.ofMillis(100).toNanos();

    private final CompletableFuture<Acceptance> result;
    private final Deadline deadline;
    private final AtomicReference<@Nullable NotStored> refusal;

    /** A start that has no result yet. */
    public WorkflowStart(Deadline deadline) {
        this(new CompletableFuture<>(), deadline, new AtomicReference<>());
    }

    private WorkflowStart(
            CompletableFuture<Acceptance> result, Deadline deadline, AtomicReference<@Nullable NotStored> refusal) {
        this.result = result;
        this.deadline = deadline;
        this.refusal = refusal;
    }

    /**
     * A start for another delivery of the same event at the same moment. Both starts have one result, except that an
     * accepted event counts as previously accepted here.
     */
    public WorkflowStart asDuplicate() {
        return new WorkflowStart(result.thenApply(Acceptance::asDuplicate), deadline, refusal);
    }

    /** The same start, whose result is complete only after the action has run. */
    public WorkflowStart whenEnded(Runnable action) {
        return new WorkflowStart(result.whenComplete((acceptance, failure) -> action.run()), deadline, refusal);
    }

    /** When the sender must be answered. */
    public Deadline deadline() {
        return deadline;
    }

    /** Whether the deadline has passed. Temporal's client may still be waiting for its next attempt. */
    public boolean isLate() {
        return deadline.isExpired();
    }

    /**
     * Waits for the result, at most until the deadline. If the deadline passes first, the last refusal is the result.
     */
    public Acceptance await() {
        try {
            long left = Math.max(0, deadline.timeRemaining(TimeUnit.NANOSECONDS));
            return result.get(left + GRACE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return interrupted();
        } catch (TimeoutException | ExecutionException e) {
            return late();
        }
    }

    /** Completes the start with this result, and returns the start. */
    public WorkflowStart ended(Acceptance acceptance) {
        result.complete(acceptance);
        return this;
    }

    /** Notes that Temporal refused an attempt. The client may try again. */
    public void refused(NotStored why) {
        refusal.set(why);
    }

    private NotStored late() {
        NotStored last = refusal.get();
        return last == null ? new NotStored(Cause.DEADLINE_EXCEEDED, "Temporal did not answer in time") : last;
    }

    /** The result if the waiting thread is interrupted. */
    public static NotStored interrupted() {
        Thread.currentThread().interrupt();
        return new NotStored(Cause.UNAVAILABLE, "the receiver is stopping");
    }
}
