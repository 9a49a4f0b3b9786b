package com.acme.misnamed;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow named as the provider writes the type. No event starts such a workflow. */
@WorkflowInterface
public interface OrderCreated {

    @WorkflowMethod(name = "shopify.orders/create")
    void process(WebhookEvent event);

    /** A workflow that does nothing. */
    @WorkflowImpl(taskQueues = "durahook")
    class Implementation implements OrderCreated {

        @Override
        public void process(WebhookEvent event) {}
    }
}
