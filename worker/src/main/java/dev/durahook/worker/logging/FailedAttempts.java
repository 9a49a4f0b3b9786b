package dev.durahook.worker.logging;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.interception.AttemptInterceptor;
import io.opentelemetry.api.trace.Span;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs each failed attempt in one line, instead of Temporal's own line. Temporal's line holds the failure's message,
 * and an author or a destination's answer may put the body into the message. The Web UI shows the message to users who
 * may see the body. The failure's type is also set on the attempt's span.
 */
public final class FailedAttempts extends WorkerInterceptorBase {

    private static final Logger LOG = LoggerFactory.getLogger("dev.durahook.worker.attempts");

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new LoggingCalls(next);
    }

    private static void log(ActivityInfo attempt, Throwable failure) {
        LOG.atLevel(isBenign(failure) ? Level.DEBUG : Level.WARN)
                .log(
                        "Attempt {} of {} failed for {}: {}{}",
                        attempt.getAttempt(),
                        activity(attempt),
                        attempt.getWorkflowId(),
                        type(failure),
                        place(failure));
    }

    private static String activity(ActivityInfo attempt) {
        return attempt.getActivityType()
                + TaskQueues.destination(attempt.getActivityTaskQueue())
                        .map(destination -> " to " + destination)
                        .orElse("");
    }

    private static boolean isBenign(Throwable failure) {
        return failure instanceof ApplicationFailure application
                && application.getCategory() == ApplicationErrorCategory.BENIGN;
    }

    private static String type(Throwable failure) {
        return failure instanceof ApplicationFailure application
                ? application.getType()
                : failure.getClass().getName();
    }

    // At this point a failure has only the frames of its author's code.
    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private static final class LoggingCalls extends AttemptInterceptor {

        LoggingCalls(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            try {
                return super.execute(input);
            } catch (ActivityCompletionException unwanted) {
                throw unwanted;
            } catch (RuntimeException | Error failure) {
                Span.current().setAttribute("error.type", type(failure));
                log(context().getInfo(), failure);
                throw failure;
            }
        }
    }
}
