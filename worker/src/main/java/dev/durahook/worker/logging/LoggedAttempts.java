package dev.durahook.worker.logging;

import dev.durahook.workflows.logging.LoggedEvent;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds the event to the logging context while an attempt of one of its activities runs. */
final class LoggedAttempts extends ActivityInboundCallsInterceptorBase {

    private @Nullable ActivityInfo info;

    LoggedAttempts(ActivityInboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public void init(ActivityExecutionContext context) {
        info = context.getInfo();
        super.init(context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        LoggedEvent event = event(Objects.requireNonNull(info));
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
