package dev.durahook.worker.slots;

import dev.durahook.workflows.interception.AttemptInterceptor;
import dev.durahook.workflows.policy.AttemptPolicy;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The attempts that run on this worker: attempts of handlers, of destinations and of an author's own activities. Finds
 * the attempts that go on although their time is over. By then Temporal has retried such an attempt elsewhere. On
 * this worker the attempt still holds its slot, and Temporal's SDK can't take the slot away from a thread that ignores
 * its interruption.
 *
 * @see <a href="https://github.com/temporalio/sdk-java/issues/1770">the SDK's issue about time-outs that an attempt does
 *     not notice</a>
 */
public final class RunningAttempts extends WorkerInterceptorBase {

    // An interrupted attempt may need a moment to end, for example to close its connection.
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final LongSupplier nanoTime;
    private final Set<RunningAttempt> running = ConcurrentHashMap.newKeySet();

    /** Starts without attempts. */
    RunningAttempts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new WatchedCalls(next);
    }

    /** Returns the attempts that go on although their time is over. */
    List<RunningAttempt> overdue() {
        long now = nanoTime.getAsLong();
        return running.stream().filter(attempt -> attempt.isOverdue(now)).toList();
    }

    /** Adds an attempt that begins now and may take this time. */
    RunningAttempt begin(String taskQueue, String activity, Duration time) {
        Duration bounded = time.compareTo(LONGEST) < 0 ? time : LONGEST;
        RunningAttempt attempt = new RunningAttempt(
                taskQueue, activity, nanoTime.getAsLong() + bounded.plus(GRACE).toNanos());
        running.add(attempt);
        return attempt;
    }

    /** Removes an attempt that has ended. */
    void end(RunningAttempt attempt) {
        running.remove(attempt);
    }

    private final class WatchedCalls extends AttemptInterceptor {

        WatchedCalls(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            ActivityInfo attempt = context().getInfo();
            // A local activity has slots of another kind, and its workflow task waits for it.
            if (attempt.isLocal()) {
                return super.execute(input);
            }
            RunningAttempt begun = begin(
                    attempt.getActivityTaskQueue(),
                    attempt.getActivityType(),
                    AttemptPolicy.startToCloseTimeout(attempt));
            try {
                return super.execute(input);
            } finally {
                end(begun);
            }
        }
    }
}
