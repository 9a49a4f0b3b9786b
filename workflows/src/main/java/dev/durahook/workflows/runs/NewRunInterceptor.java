package dev.durahook.workflows.runs;

import dev.durahook.workflows.remote.RemoteMark;
import dev.durahook.workflows.waiting.Waits;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a new run of the workflow. Parked steps that the workflow does not await end before, and so do all waits:
 * otherwise the new run would inherit the status {@code waiting} and be listed as waiting while it works. The new run
 * keeps the {@link RemoteMark}, because Temporal passes no memo on.
 */
final class NewRunInterceptor extends WorkflowOutboundCallsInterceptorBase {

    NewRunInterceptor(WorkflowOutboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public void continueAsNew(ContinueAsNewInput input) {
        UnfinishedSteps.ofWorkflow().awaitAll();
        Waits.ofWorkflow().endAll();
        ContinueAsNewOptions options = input.getOptions();
        super.continueAsNew(new ContinueAsNewInput(
                input.getWorkflowType(), marked(options(options)), input.getArgs(), input.getHeader()));
    }

    // In options that have only a memo, everything else is as without options.
    private static @Nullable ContinueAsNewOptions marked(@Nullable ContinueAsNewOptions options) {
        return RemoteMark.ofWorkflow()
                .filter(name -> staysOnTaskQueue(options))
                .map(name -> ContinueAsNewOptions.newBuilder(options)
                        .setMemo(memo(name, options))
                        .build())
                .orElse(options);
    }

    // A new run on another task queue is for that queue's workers, which may not know the mark.
    private static boolean staysOnTaskQueue(@Nullable ContinueAsNewOptions options) {
        return options == null
                || options.getTaskQueue() == null
                || options.getTaskQueue().equals(Workflow.getInfo().getTaskQueue());
    }

    private static Map<String, Object> memo(String name, @Nullable ContinueAsNewOptions options) {
        Map<String, Object> memo = new HashMap<>(RemoteMark.memo(name));
        if (options != null && options.getMemo() != null) {
            memo.putAll(options.getMemo());
        }
        return memo;
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
