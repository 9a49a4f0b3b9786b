package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.workflow.Workflow;

/** Books the failed payment, as its only step. */
public final class PaymentFailedWorkflow implements PaymentFailed {

    private static final Step BOOK = Step.named("Book the failure").under(Shop.POLICY);

    @Override
    public String process(WebhookEvent event) {
        return BOOK.call(options ->
                Workflow.newActivityStub(LedgerActivities.class, options).book(event.id()));
    }
}
