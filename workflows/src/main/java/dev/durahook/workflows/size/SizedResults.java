package dev.durahook.workflows.size;

import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import org.jspecify.annotations.Nullable;

/**
 * Fails a workflow or an update whose result is larger than Temporal takes. Without that, Temporal would terminate the
 * workflow.
 */
public final class SizedResults extends WorkflowInboundCallsInterceptorBase {

    // Temporal stores the update's name and ID beside the result.
    private static final int BESIDE_AN_UPDATE = 16 * 1024;

    private final SentPayloads payloads;
    private final RecordedDecision refuses = new RecordedDecision("durahook.too-large-result");

    /** Wraps the author's code. */
    public SizedResults(WorkflowInboundCallsInterceptor next, SentPayloads payloads) {
        super(next);
        this.payloads = payloads;
    }

    @Override
    public WorkflowOutput execute(WorkflowInput input) {
        WorkflowOutput output = super.execute(input);
        check("the workflow", 0, output.getResult());
        return output;
    }

    @Override
    public UpdateOutput executeUpdate(UpdateInput input) {
        UpdateOutput output = super.executeUpdate(input);
        check("the update " + input.getUpdateName(), BESIDE_AN_UPDATE, output.getResult());
        return output;
    }

    private void check(String returning, int beside, @Nullable Object result) {
        if (refuses.is(() -> !payloads.fit(beside, result))) {
            throw TooLarge.result(returning);
        }
    }
}
