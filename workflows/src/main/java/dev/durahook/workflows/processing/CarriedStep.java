package dev.durahook.workflows.processing;

import dev.durahook.workflows.parking.ParkedStep;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes the parked step that a new run must wait for to that run. The step travels in a header, so that the workflow's
 * own arguments stay unchanged.
 */
final class CarriedStep extends WorkflowOutboundCallsInterceptorBase {

    private static final String NAME = "durahook-parked";

    private @Nullable ParkedStep step;

    CarriedStep(WorkflowOutboundCallsInterceptor next) {
        super(next);
    }

    /** The parked step that the previous run has passed on, if any. */
    static Optional<ParkedStep> in(Header header) {
        return Optional.ofNullable(header.getValues().get(NAME))
                .map(payload -> DefaultDataConverter.STANDARD_INSTANCE.fromPayload(
                        payload, ParkedStep.class, ParkedStep.class));
    }

    /** Passes this step to the new run that is continued as new next. */
    void carry(ParkedStep parked) {
        step = parked;
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

    private static Header with(Header header, ParkedStep step) {
        Map<String, Payload> values = new HashMap<>(header.getValues());
        DefaultDataConverter.STANDARD_INSTANCE.toPayload(step).ifPresent(payload -> values.put(NAME, payload));
        return new Header(values);
    }
}
