package dev.durahook.worker.failure;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.serviceclient.CheckedExceptionWrapper;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells Temporal of an activity's failure what its author wrote, as far as Temporal can take it, and without the declared secrets. One that is too large
 * counts as not retryable, and of one that can't be sent Temporal never hears: the attempt would seem to run until its
 * time is over. An {@link Error} is a failure as any other.
 */
final class TrimmedFailures extends WorkerInterceptorBase {

    private final Redaction redaction;

    TrimmedFailures(Redaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new TrimmingCalls(next);
    }

    private final class TrimmingCalls extends ActivityInboundCallsInterceptorBase {

        private @Nullable ActivityExecutionContext context;

        TrimmingCalls(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext context) {
            this.context = context;
            super.init(context);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            try {
                return super.execute(input);
            } catch (RuntimeException | Error failure) {
                throw told(CheckedExceptionWrapper.unwrap(failure));
            }
        }

        // Temporal's own failures mean something to the server, and are of its size.
        private RuntimeException told(Throwable thrown) {
            if (thrown instanceof ActivityCompletionException unwanted) {
                return unwanted;
            }
            if (thrown instanceof TemporalFailure own && !(own instanceof ApplicationFailure)) {
                own.setStackTrace(AuthorsFrames.of(own.getStackTrace()));
                return own;
            }
            return new TellableFailure(Objects.requireNonNull(context), redaction).of(thrown);
        }
    }
}
