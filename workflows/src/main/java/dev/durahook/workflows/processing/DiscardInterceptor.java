package dev.durahook.workflows.processing;

import dev.durahook.workflows.details.CurrentDetails;
import dev.durahook.workflows.parking.Parking;
import dev.durahook.workflows.runs.FailureParking;
import dev.durahook.workflows.runs.UnfinishedSteps;
import dev.durahook.workflows.size.SentPayloads;
import dev.durahook.workflows.size.SizedResults;
import dev.durahook.workflows.waiting.Waits;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Parks an event whose workflow would fail, and completes the workflow of an event that an operator has discarded. A
 * discarded event needs no more work, not even by the workflow's own method if the discarded step was in a signal's
 * handler. If the workflow failed, an operator would look at the event again. A discarded child workflow fails, so that
 * its parent knows. A workflow stays open while a step of its own is parked, even if its code has ended.
 *
 * <p>Every worker that runs workflows of events must have this interceptor, in tests and replays as well.
 */
public final class DiscardInterceptor extends WorkerInterceptorBase {

    private static final String CHILD = "durahook.discarded-child";
    private static final Set<String> INTENDED_FAILURES = Set.of(Parking.DISCARDED, FinalFailure.TYPE);

    private final SentPayloads payloads;

    /** For an application with Temporal's standard data converter. */
    public DiscardInterceptor() {
        this(SentPayloads.standard());
    }

    /**
     * For an application with a data converter of its own, which encodes what a failed workflow passes to its next run.
     *
     * @param converter the client's data converter; asked for when a workflow runs
     */
    public DiscardInterceptor(Supplier<DataConverter> converter) {
        this(SentPayloads.by(converter));
    }

    /** For an application that knows what its client sends. */
    public DiscardInterceptor(SentPayloads payloads) {
        this.payloads = payloads;
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new DiscardCalls(new FailureParking(
                new SizedResults(next, payloads), DiscardInterceptor::isIntended, payloads.converter()));
    }

    private static boolean isIntended(ApplicationFailure failure) {
        return INTENDED_FAILURES.contains(failure.getType()) || StartByHand.isRefused(failure);
    }

    private static final class DiscardCalls extends WorkflowInboundCallsInterceptorBase {

        DiscardCalls(WorkflowInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public WorkflowOutput execute(WorkflowInput input) {
            try {
                return executed(input);
            } catch (TemporalFailure failure) {
                Waits.ofWorkflow().endAll();
                if (isCancellation(failure)) {
                    CurrentDetails.ofWorkflow().cancel();
                }
                throw failure;
            }
        }

        private static boolean isCancellation(TemporalFailure failure) {
            return CancellationScope.current().isCancelRequested()
                    && (failure instanceof CanceledFailure || failure.getCause() instanceof CanceledFailure);
        }

        // To its parent, a completed child looks like work that was done. Children of earlier versions completed.
        private static boolean mustFail() {
            return Workflow.getInfo().getParentWorkflowId().isPresent()
                    && Workflow.getVersion(CHILD, Workflow.DEFAULT_VERSION, 1) == 1;
        }

        private WorkflowOutput ended(WorkflowInput input) {
            WorkflowOutput output;
            try {
                output = super.execute(input);
            } catch (TemporalFailure failure) {
                UnfinishedSteps.ofWorkflow().awaitAll();
                throw failure;
            }
            UnfinishedSteps.ofWorkflow().awaitAll();
            return output;
        }

        private WorkflowOutput executed(WorkflowInput input) {
            try {
                WorkflowOutput output = ended(input);
                Waits.ofWorkflow().endAll();
                CurrentDetails.ofWorkflow().complete();
                return output;
            } catch (ApplicationFailure failure) {
                if (!Parking.DISCARDED.equals(failure.getType())) {
                    throw failure;
                }
                Waits.ofWorkflow().endAll();
                CurrentDetails.ofWorkflow().complete();
                if (mustFail()) {
                    throw failure;
                }
                return new WorkflowOutput(Outcome.discarded(failure.getOriginalMessage()));
            }
        }
    }
}
