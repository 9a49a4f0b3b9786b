package dev.durahook.workflows.failure;

import dev.durahook.workflows.interception.AttemptInterceptor;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.serviceclient.CheckedExceptionWrapper;

/**
 * Replaces an activity's failure by one that Temporal can accept: what the author wrote, cut to a limit and without the
 * declared secrets. Temporal does not retry an attempt whose failure is too large. If a failure can't be sent at all,
 * the attempt would seem to run until its time is over. An {@link Error} is treated like any other failure.
 */
public final class TrimmedFailures extends WorkerInterceptorBase {

    private final HiddenText hidden;

    /**
     * Trims the failures of all attempts.
     *
     * @param hidden what no failure may show
     */
    public TrimmedFailures(HiddenText hidden) {
        this.hidden = hidden;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new TrimmingCalls(next);
    }

    private final class TrimmingCalls extends AttemptInterceptor {

        TrimmingCalls(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            try {
                return super.execute(input);
            } catch (RuntimeException | Error failure) {
                throw told(CheckedExceptionWrapper.unwrap(failure));
            }
        }

        // Temporal's own failures have a meaning for the server and are small enough. A CanceledFailure would mean that
        // the workflow is cancelled: if an attempt throws one, something else was cancelled.
        private RuntimeException told(Throwable thrown) {
            if (thrown instanceof ActivityCompletionException unwanted) {
                return unwanted;
            }
            if (thrown instanceof TemporalFailure own
                    && !(own instanceof ApplicationFailure)
                    && !(own instanceof CanceledFailure)) {
                own.setStackTrace(AuthorsFrames.of(own.getStackTrace()));
                return own;
            }
            return new AcceptableFailure(context(), hidden).of(thrown);
        }
    }
}
