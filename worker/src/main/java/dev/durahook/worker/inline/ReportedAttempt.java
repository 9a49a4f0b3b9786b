package dev.durahook.worker.inline;

import dev.durahook.workflows.attempt.FirstFailureHeader;
import dev.durahook.workflows.interception.AttemptInterceptor;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;

/**
 * Fails the first attempt of an activity at once if that attempt was made already, inside the workflow task. No other
 * interceptor sees the failure, because the attempt was logged, traced and counted when it was made.
 */
final class ReportedAttempt extends AttemptInterceptor {

    private final DataConverter converter;

    ReportedAttempt(ActivityInboundCallsInterceptor next, DataConverter converter) {
        super(next);
        this.converter = converter;
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        FirstFailureHeader.of(context().getInfo(), input.getHeader(), converter).ifPresent(failure -> {
            throw failure;
        });
        return super.execute(input);
    }
}
