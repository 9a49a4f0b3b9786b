package dev.durahook.workflows.runs;

import dev.durahook.workflows.body.PayloadEncoding;
import dev.durahook.workflows.interception.HeaderValue;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.payload.WorkflowPayloads;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes the parked step that a new run must wait for to that run. The step travels in a header, so that the workflow's
 * own arguments stay unchanged. Temporal does not encode headers, and the step's failure may quote the body, so the
 * application's own data converter encodes the value.
 */
final class ParkedStepHeader extends WorkflowOutboundCallsInterceptorBase {

    private static final HeaderValue<RawValue> VALUE = new HeaderValue<>("durahook-parked", RawValue.class);
    private static final HeaderValue<String> DISCARDED = new HeaderValue<>("durahook-discarded", String.class);
    private static final DataConverter JSON = DefaultDataConverter.STANDARD_INSTANCE;

    private final Supplier<DataConverter> converter;
    private @Nullable ParkedStep step;
    private @Nullable String discardReason;

    ParkedStepHeader(WorkflowOutboundCallsInterceptor next, Supplier<DataConverter> converter) {
        super(next);
        this.converter = converter;
    }

    /**
     * The parked step that the previous run has passed on, if any.
     *
     * @throws RuntimeException if the converter can't decode the value now; the workflow task must fail then
     */
    static Optional<ParkedStep> in(Header header, Supplier<DataConverter> converter) {
        return VALUE.in(header)
                .map(value -> isEncoded(value)
                        ? VALUE.in(header, ofWorkflow(converter), converter.get())
                                .orElseThrow()
                        : value)
                .map(value -> JSON.fromPayload(value.getPayload(), ParkedStep.class, ParkedStep.class));
    }

    /**
     * Why an operator has discarded the parked step in the previous run; empty if the new run must wait for the decision.
     *
     * @throws RuntimeException if the converter can't decode the value now; the workflow task must fail then
     */
    static Optional<String> discardReason(Header header, Supplier<DataConverter> converter) {
        return DISCARDED.in(header, ofWorkflow(converter));
    }

    // A value that an earlier version has written is not encoded, even if the application encodes all others.
    private static boolean isEncoded(RawValue value) {
        return !PayloadEncoding.of(value).isPlainJson();
    }

    /** Passes this step to the new run that the next call begins. */
    void pass(ParkedStep parked) {
        step = parked;
    }

    /** Passes this step, which an operator has discarded, to the new run that the next call begins. */
    void passDiscarded(ParkedStep parked, String reason) {
        step = parked;
        discardReason = reason;
    }

    @Override
    public void continueAsNew(ContinueAsNewInput input) {
        super.continueAsNew(
                step == null
                        ? input
                        : new ContinueAsNewInput(
                                input.getWorkflowType(),
                                input.getOptions(),
                                input.getArgs(),
                                with(input.getHeader(), step)));
    }

    private Header with(Header header, ParkedStep parked) {
        RawValue value = new RawValue(JSON.toPayload(parked).orElseThrow());
        Header passed = VALUE.with(header, value, ofWorkflow(converter));
        return discardReason == null ? passed : DISCARDED.with(passed, discardReason, ofWorkflow(converter));
    }

    private static DataConverter ofWorkflow(Supplier<DataConverter> converter) {
        WorkflowInfo info = Workflow.getInfo();
        return WorkflowPayloads.of(converter.get(), info.getNamespace(), info.getWorkflowId());
    }
}
