package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.Acceptance.Cause;
import dev.durahook.receiver.acceptance.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.Acceptance.PreviouslyAccepted;
import io.grpc.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to Temporal, and what is known of it so far.
 *
 * <p>Temporal's client goes on trying after a refusal and may sleep past the deadline. Who waited until then can still be
 * told what the refusal was.
 */
final class Start {

    /** The one for which a call is made, for the call's interceptors. */
    static final Context.Key<Start> CURRENT = Context.key("durahook-start");

    private final CompletableFuture<Acceptance> result;
    private final Deadline deadline;
    private final AtomicReference<@Nullable NotStored> refusal;

    Start(Deadline deadline) {
        this(new CompletableFuture<>(), deadline, new AtomicReference<>());
    }

    private Start(
            CompletableFuture<Acceptance> result, Deadline deadline, AtomicReference<@Nullable NotStored> refusal) {
        this.result = result;
        this.deadline = deadline;
        this.refusal = refusal;
    }

    /** The same event, delivered again while the first delivery waits. */
    Start asDuplicate() {
        return new Start(
                result.thenApply(acceptance -> acceptance instanceof Accepted ? new PreviouslyAccepted() : acceptance),
                deadline,
                refusal);
    }

    /** The same, which has ended when the action has been run. */
    Start whenEnded(Runnable action) {
        return new Start(result.whenComplete((acceptance, failure) -> action.run()), deadline, refusal);
    }

    /** When the answer is due. */
    Deadline deadline() {
        return deadline;
    }

    CompletableFuture<Acceptance> result() {
        return result;
    }

    /** Ends it, and returns it. */
    Start ended(Acceptance acceptance) {
        result.complete(acceptance);
        return this;
    }

    /** Notes that an attempt was refused. There may be another. */
    void refused(NotStored why) {
        refusal.set(why);
    }

    /** What is to be said when the time is over. */
    NotStored late() {
        NotStored last = refusal.get();
        return last == null ? new NotStored(Cause.DEADLINE_EXCEEDED, "Temporal did not answer in time") : last;
    }
}
