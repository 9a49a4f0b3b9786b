package dev.durahook.workflows.interception;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor that knows the attempt which it wraps. Temporal tells an interceptor the attempt before it runs, and only
 * activities can ask for it later.
 */
public abstract class AttemptInterceptor extends ActivityInboundCallsInterceptorBase {

    private @Nullable ActivityExecutionContext context;

    /** An interceptor around another one. */
    protected AttemptInterceptor(ActivityInboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public final void init(ActivityExecutionContext context) {
        this.context = context;
        super.init(context);
    }

    /** The context of the attempt, once the attempt runs. */
    protected final ActivityExecutionContext context() {
        return Objects.requireNonNull(context);
    }
}
