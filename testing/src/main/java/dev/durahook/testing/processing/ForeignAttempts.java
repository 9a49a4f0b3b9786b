package dev.durahook.testing.processing;

import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.interception.AttemptInterceptor;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkerInterceptorBase;

/**
 * Leaves the retries of a destination of the kind activity to Temporal. In production the attempts are made by workers
 * of the application's own, which don't read the header that holds a policy's list of delays.
 */
final class ForeignAttempts extends WorkerInterceptorBase {

    private static final String PREFIX = "foreign.";

    /** The task queue on which the fake of such a destination takes the place of the application's workers. */
    static String queueOf(String destination) {
        return PREFIX + DestinationQueues.of(destination);
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new ForeignAttempt(next);
    }

    private static final class ForeignAttempt extends AttemptInterceptor {

        ForeignAttempt(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            return super.execute(
                    isForeign(context().getInfo()) ? new ActivityInput(Header.empty(), input.getArguments()) : input);
        }

        private static boolean isForeign(ActivityInfo attempt) {
            return attempt.getActivityTaskQueue().startsWith(PREFIX);
        }
    }
}
