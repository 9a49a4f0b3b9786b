package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A payment failed: the ledger has to know. */
@WorkflowInterface
public interface PaymentFailed {

    String TYPE = "stripe.payment_failed";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event);
}
