package dev.durahook.worker.clock;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares clocks at the start of each event's workflow. Temporal's answers do not carry the server's time, but a
 * workflow has two of the server's times: the start of the workflow, a moment after the receiver had read the event,
 * and the start of its first task, a moment before this worker runs it. The comparison does not affect the workflow,
 * and a replay compares nothing.
 */
final class ClockComparison extends WorkerInterceptorBase {

    private final ClockSkew skew;
    private final InstantSource clock;

    ClockComparison(ClockSkew skew, InstantSource clock) {
        this.skew = skew;
        this.clock = clock;
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public WorkflowOutput execute(WorkflowInput input) {
                if (!WorkflowUnsafe.isReplaying()) {
                    compare(input.getArguments());
                }
                return super.execute(input);
            }
        };
    }

    private void compare(@Nullable Object[] arguments) {
        Instant handedOut = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        skew.observe(Clock.WORKER, Duration.between(handedOut, clock.instant()));
        Instant started = Instant.ofEpochMilli(Workflow.getInfo().getRunStartedTimestampMillis());
        event(arguments)
                .filter(ClockComparison::hasJustBeenReceived)
                .ifPresent(event -> skew.observe(Clock.RECEIVER, Duration.between(started, event.receivedAt())));
    }

    // A run that continues another one, a child workflow and a workflow that a destination starts get the event long
    // after it was received.
    private static boolean hasJustBeenReceived(WebhookEvent event) {
        WorkflowInfo workflow = Workflow.getInfo();
        return workflow.getContinuedExecutionRunId().isEmpty()
                && workflow.getParentWorkflowId().isEmpty()
                && workflow.getWorkflowId().equals(event.id());
    }

    // An application may have its own workflows with other arguments.
    private static Optional<WebhookEvent> event(@Nullable Object[] arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        if (arguments[0] instanceof EncodedValues encoded) {
            return decoded(encoded);
        }
        return arguments[0] instanceof WebhookEvent event ? Optional.of(event) : Optional.empty();
    }

    private static Optional<WebhookEvent> decoded(EncodedValues encoded) {
        try {
            return encoded.getSize() == 0 ? Optional.empty() : Optional.ofNullable(encoded.get(0, WebhookEvent.class));
        } catch (DataConverterException e) {
            return Optional.empty();
        }
    }
}
