package dev.durahook.workflows.runs;

import dev.durahook.workflows.waiting.Waits;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.ContinueAsNewOptions;
import org.jspecify.annotations.Nullable;

/**
 * Ends all waits before a new run begins. Otherwise the new run would inherit the status {@code waiting} and be listed
 * as waiting while it works.
 */
final class WaitsInterceptor extends WorkflowOutboundCallsInterceptorBase {

    WaitsInterceptor(WorkflowOutboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public void continueAsNew(ContinueAsNewInput input) {
        Waits.ofWorkflow().endAll();
        ContinueAsNewOptions options = input.getOptions();
        super.continueAsNew(
                new ContinueAsNewInput(input.getWorkflowType(), options(options), input.getArgs(), input.getHeader()));
    }

    private static @Nullable ContinueAsNewOptions options(@Nullable ContinueAsNewOptions options) {
        ContinueAsNewOptions own = Waits.ofWorkflow().newRun();
        if (own == null || options == null) {
            return own == null ? options : own;
        }
        return options.getTypedSearchAttributes() == null
                ? ContinueAsNewOptions.newBuilder(options)
                        .setTypedSearchAttributes(own.getTypedSearchAttributes())
                        .build()
                : options;
    }
}
