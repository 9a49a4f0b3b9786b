package dev.durahook.workflows.size;

import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Functions.Func;
import io.temporal.workflow.MutableSideEffectOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SideEffectOptions;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Fails the calls of a workflow with arguments that are larger than Temporal takes. So the event is parked. Without that,
 * Temporal would terminate the workflow.
 */
public final class SizedCalls extends WorkflowOutboundCallsInterceptorBase {

    private final SentPayloads payloads;
    private final RecordedDecision refuses = new RecordedDecision("durahook.too-large");
    private final RecordedDecision refusesSideEffect = new RecordedDecision("durahook.too-large-side-effect");

    /** Wraps the calls of a workflow that reach the SDK. */
    public SizedCalls(WorkflowOutboundCallsInterceptor next, SentPayloads payloads) {
        super(next);
        this.payloads = payloads;
    }

    @Override
    public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
        return isRefused(input.getArgs())
                ? new ActivityOutput<>("", failed(TooLarge.activity(input.getActivityName())))
                : super.executeActivity(input);
    }

    @Override
    public <R> ChildWorkflowOutput<R> executeChildWorkflow(ChildWorkflowInput<R> input) {
        if (isRefused(input.getArgs())) {
            TemporalFailure failure = TooLarge.child(input);
            return new ChildWorkflowOutput<>(failed(failure), failed(failure));
        }
        return super.executeChildWorkflow(input);
    }

    @Override
    public <R> ExecuteNexusOperationOutput<R> executeNexusOperation(ExecuteNexusOperationInput<R> input) {
        if (isRefused(input.getArg())) {
            TemporalFailure failure = TooLarge.arguments(input.getOperation());
            return new ExecuteNexusOperationOutput<>(failed(failure), failed(failure));
        }
        return super.executeNexusOperation(input);
    }

    @Override
    public SignalExternalOutput signalExternalWorkflow(SignalExternalInput input) {
        return isRefused(input.getArgs())
                ? new SignalExternalOutput(failed(TooLarge.arguments(input.getSignalName())))
                : super.signalExternalWorkflow(input);
    }

    @Override
    public void continueAsNew(ContinueAsNewInput input) {
        if (isRefused(input.getArgs())) {
            throw TooLarge.arguments("the new run");
        }
        super.continueAsNew(input);
    }

    @Override
    public <R> @Nullable R sideEffect(Class<R> resultClass, Type resultType, Func<R> func) {
        BoundedSideEffect<R> effect = bounded(func);
        return effect.taken(super.sideEffect(resultClass, resultType, effect));
    }

    @Override
    public <R> @Nullable R sideEffect(Class<R> resultClass, Type resultType, Func<R> func, SideEffectOptions options) {
        BoundedSideEffect<R> effect = bounded(func);
        return effect.taken(super.sideEffect(resultClass, resultType, effect, options));
    }

    @Override
    public <R> R mutableSideEffect(
            String id, Class<R> resultClass, Type resultType, BiPredicate<R, R> updated, Func<R> func) {
        return super.mutableSideEffect(id, resultClass, resultType, updated, bounded(func)::required);
    }

    @Override
    public <R> R mutableSideEffect(
            String id,
            Class<R> resultClass,
            Type resultType,
            BiPredicate<R, R> updated,
            Func<R> func,
            MutableSideEffectOptions options) {
        return super.mutableSideEffect(id, resultClass, resultType, updated, bounded(func)::required, options);
    }

    private <R> BoundedSideEffect<R> bounded(Func<R> func) {
        return new BoundedSideEffect<>(func, payloads, refusesSideEffect);
    }

    private boolean isRefused(@Nullable Object... arguments) {
        return refuses.is(() -> !payloads.fit(0, arguments));
    }

    private static <R> Promise<R> failed(TemporalFailure failure) {
        return Workflow.newFailedPromise(failure);
    }
}
