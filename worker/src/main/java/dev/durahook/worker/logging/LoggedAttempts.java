package dev.durahook.worker.logging;

import dev.durahook.workflows.interception.AttemptInterceptor;
import dev.durahook.workflows.logging.LoggedEvent;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import java.util.Objects;

/** Adds the event to the logging context while an attempt of one of its activities runs. */
final class LoggedAttempts extends AttemptInterceptor {

    LoggedAttempts(ActivityInboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        LoggedEvent event = event(context().getInfo());
        try {
            return super.execute(input);
        } finally {
            event.end();
        }
    }

    // An activity may be started without a workflow, so there may be no workflow id and type.
    private static LoggedEvent event(ActivityInfo attempt) {
        return LoggedEvent.ofWorkflow(
                Objects.requireNonNullElse(attempt.getWorkflowId(), ""),
                Objects.requireNonNullElse(attempt.getWorkflowType(), ""));
    }
}
