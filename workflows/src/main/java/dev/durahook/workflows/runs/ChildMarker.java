package dev.durahook.workflows.runs;

import dev.durahook.workflows.interception.HeaderValue;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import java.util.function.BooleanSupplier;

/**
 * Marks a child workflow, in a header, as working for an event. If the arguments of such a child can't be read, the
 * child fails, and its parent handles the failure or parks the event.
 */
final class ChildMarker extends WorkflowOutboundCallsInterceptorBase {

    private static final HeaderValue<Boolean> VALUE = new HeaderValue<>("durahook-child", Boolean.class);

    private final BooleanSupplier worksForEvent;

    ChildMarker(WorkflowOutboundCallsInterceptor next, BooleanSupplier worksForEvent) {
        super(next);
        this.worksForEvent = worksForEvent;
    }

    /** Whether the parent has marked this workflow as working for an event. */
    static boolean isIn(Header header) {
        return VALUE.isIn(header);
    }

    @Override
    public <R> ChildWorkflowOutput<R> executeChildWorkflow(ChildWorkflowInput<R> input) {
        return super.executeChildWorkflow(new ChildWorkflowInput<>(
                input.getWorkflowId(),
                input.getWorkflowType(),
                input.getResultClass(),
                input.getResultType(),
                input.getArgs(),
                input.getOptions(),
                marked(input.getHeader())));
    }

    @Override
    public void continueAsNew(ContinueAsNewInput input) {
        boolean isChild = Workflow.getInfo().getParentWorkflowId().isPresent();
        super.continueAsNew(
                isChild
                        ? new ContinueAsNewInput(
                                input.getWorkflowType(), input.getOptions(), input.getArgs(), marked(input.getHeader()))
                        : input);
    }

    private Header marked(Header header) {
        return worksForEvent.getAsBoolean() ? VALUE.with(header, true) : header;
    }
}
