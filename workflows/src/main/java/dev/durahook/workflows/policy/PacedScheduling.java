package dev.durahook.workflows.policy;

import dev.durahook.workflows.attempt.FirstFailure;
import dev.durahook.workflows.attempt.FirstFailureHeader;
import dev.durahook.workflows.attempt.RecordedArgumentsHeader;
import dev.durahook.workflows.size.SentPayloads;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Adds the pacing of the policy in force, and the failure of a first attempt, to the header of each activity. Makes the
 * first attempt inside the workflow task if the policy in force allows it. Tells a local activity of the author's
 * workflow how large its arguments are, because arguments and result share one limit.
 */
final class PacedScheduling extends WorkflowOutboundCallsInterceptorBase {

    private static final Duration TIME_TO_REPORT = Duration.ofSeconds(1);

    private final SentPayloads payloads;

    PacedScheduling(WorkflowOutboundCallsInterceptor next, SentPayloads payloads) {
        super(next);
        this.payloads = payloads;
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

    @Override
    public <R> LocalActivityOutput<R> executeLocalActivity(LocalActivityInput<R> input) {
        return super.executeLocalActivity(
                input.getOptions().isDoNotIncludeArgumentsIntoMarker() ? input : withSize(input));
    }

    private <R> LocalActivityInput<R> withSize(LocalActivityInput<R> input) {
        return new LocalActivityInput<>(
                input.getActivityName(),
                input.getResultClass(),
                input.getResultType(),
                input.getArgs(),
                input.getOptions(),
                RecordedArgumentsHeader.with(input.getHeader(), payloads.size(input.getArgs())));
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
        ActivityOptions options = failure == null ? input.getOptions() : after(failure, input.getOptions());
        String seed = Workflow.getInfo().getRunId() + " " + input.getActivityName() + " " + options.getSummary();
        return new ActivityInput<>(
                input.getActivityName(),
                input.getResultClass(),
                input.getResultType(),
                input.getArgs(),
                SpreadBackoff.of(options, policy.jitter(), seed),
                header(input.getHeader(), policy, failure));
    }

    private static ActivityOptions after(FirstFailure failure, ActivityOptions options) {
        Duration all = options.getScheduleToCloseTimeout();
        return all == null
                ? options
                : ActivityOptions.newBuilder(options)
                        .setScheduleToCloseTimeout(left(all.minus(failure.took())))
                        .build();
    }

    // However late it is, there is time for the first failure to be reported.
    private static Duration left(Duration time) {
        return time.compareTo(TIME_TO_REPORT) > 0 ? time : TIME_TO_REPORT;
    }

    private Header header(Header header, RetryPolicy policy, @Nullable FirstFailure failure) {
        Header paced = PacingHeader.with(header, policy);
        return failure == null
                ? paced
                : FirstFailureHeader.with(paced, failure, payloads.converter().get());
    }
}
