package dev.durahook.worker.destination;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Delivers an event to one destination, and tries again every second until the delivery succeeds. */
@WorkflowInterface
public interface OneDestination {

    @WorkflowMethod(name = "stripe.charge.failed")
    String deliver(WebhookEvent event, @Nullable RawValue body, String destination);
}
