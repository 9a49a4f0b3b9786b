package com.acme.misnamed;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow whose name is the provider's own one for a type. No event starts it. */
@WorkflowInterface
public interface OrderCreated {

    @WorkflowMethod(name = "shopify.orders/create")
    void process(WebhookEvent event);

    /** Does nothing. */
    @WorkflowImpl(taskQueues = "durahook")
    class Implementation implements OrderCreated {

        @Override
        public void process(WebhookEvent event) {}
    }
}
