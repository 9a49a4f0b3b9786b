package dev.durahook.receiver.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.testsupport.Await;
import io.grpc.Deadline;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkflowStartTest {

    private static final NotStored OVER_QUOTA = new NotStored(Cause.OVER_QUOTA, "the namespace is over its quota");
    private static final NotStored LATE = new NotStored(Cause.DEADLINE_EXCEEDED, "Temporal did not answer in time");

    private final WorkflowStart late = new WorkflowStart(Deadline.after(0, TimeUnit.NANOSECONDS));

    @Test
    void lastRefusalIsTheResultAtTheDeadline() {
        assertThat(late.await()).isEqualTo(LATE);
        late.refused(new NotStored(Cause.UNAVAILABLE, "connection refused"));
        late.refused(OVER_QUOTA);

        assertThat(late.await()).isEqualTo(OVER_QUOTA);
    }

    @Test
    void refusalIsAlsoTheResultOfADuplicateAndInABatch() {
        WorkflowStart duplicate = late.asDuplicate();
        WorkflowStart inABatch = late.whenEnded(() -> {});
        late.refused(OVER_QUOTA);

        assertThat(duplicate.await()).isEqualTo(OVER_QUOTA);
        assertThat(inABatch.await()).isEqualTo(OVER_QUOTA);
    }

    @Test
    void duplicateOfAnAcceptedEventIsPreviouslyAccepted() {
        assertThat(late.ended(new Accepted()).asDuplicate().await()).isEqualTo(new PreviouslyAccepted());
    }

    @Test
    void duplicateOfAnEventThatWasNotStoredIsNotStoredEither() {
        assertThat(late.ended(OVER_QUOTA).asDuplicate().await()).isEqualTo(OVER_QUOTA);
    }

    @Test
    void actionHasRunOnceWhenTheResultIsThere() {
        AtomicInteger runs = new AtomicInteger();
        WorkflowStart start = late.whenEnded(runs::incrementAndGet);
        assertThat(runs).hasValue(0);
        late.ended(new Accepted());

        assertThat(start.await()).isEqualTo(new Accepted());
        assertThat(start.await()).isEqualTo(new Accepted());
        assertThat(runs).hasValue(1);
    }

    @Test
    void resultRightAtTheDeadlineCounts() {
        Thread caller = Thread.currentThread();
        // On a busy machine, the other thread may come too late.
        Await.until("the result comes in time", () -> {
            WorkflowStart start = new WorkflowStart(Deadline.after(0, TimeUnit.NANOSECONDS));
            new Thread(() -> endWhileItWaits(caller, start)).start();
            return start.await().equals(new Accepted());
        });
    }

    private static void endWhileItWaits(Thread caller, WorkflowStart start) {
        while (caller.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        assertThat(start.ended(new Accepted())).isSameAs(start);
    }

    @Test
    void threadThatIsInterruptedStaysSo() {
        Thread.currentThread().interrupt();

        assertThat(late.await()).isEqualTo(new NotStored(Cause.UNAVAILABLE, "the receiver is stopping"));
        assertThat(Thread.interrupted()).isTrue();
    }
}
