package dev.durahook.workflows.policy;

import dev.durahook.workflows.attempt.FirstFailure;
import dev.durahook.workflows.attempt.FirstFailureHeader;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Adds the pacing of the policy in force, and the failure of a first attempt, to the header of each activity. Makes the
 * first attempt inside the workflow task if the policy in force allows it.
 */
final class PacedScheduling extends WorkflowOutboundCallsInterceptorBase {

    private final DataConverter converter;

    PacedScheduling(WorkflowOutboundCallsInterceptor next, DataConverter converter) {
        super(next);
        this.converter = converter;
    }

    @Override
    public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
        PolicyInForce inForce = PolicyInForce.get();
        if (inForce == null) {
            return super.executeActivity(input);
        }
        return InlineScheduling.isFor(inForce, input.getOptions())
                ? new ActivityOutput<>("", inline(input, inForce.policy()))
                : super.executeActivity(scheduled(input, inForce.policy(), inForce.firstFailure()));
    }

    private <R> Promise<R> inline(ActivityInput<R> input, RetryPolicy policy) {
        return new InlineScheduling<R>(
                        policy,
                        attempt -> super.executeLocalActivity(attempt).getResult(),
                        failure -> super.executeActivity(scheduled(input, policy, failure.orElse(null)))
                                .getResult())
                .run(input);
    }

    private <R> ActivityInput<R> scheduled(ActivityInput<R> input, RetryPolicy policy, @Nullable FirstFailure failure) {
        return new ActivityInput<>(
                input.getActivityName(),
                input.getResultClass(),
                input.getResultType(),
                input.getArgs(),
                failure == null ? input.getOptions() : after(failure, policy, input.getOptions()),
                header(input.getHeader(), policy, failure));
    }

    private static ActivityOptions after(FirstFailure failure, RetryPolicy policy, ActivityOptions options) {
        return ActivityOptions.newBuilder(options)
                .setScheduleToCloseTimeout(policy.timeLeftAfter(failure))
                .build();
    }

    private Header header(Header header, RetryPolicy policy, @Nullable FirstFailure failure) {
        Header paced = PacingHeader.with(header, policy);
        return failure == null ? paced : FirstFailureHeader.with(paced, failure, converter);
    }
}
