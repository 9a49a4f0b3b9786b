package com.acme.elsewhere;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow on a task queue on which no event starts. */
@WorkflowInterface
public interface OrderShipped {

    @WorkflowMethod(name = "shop.shipped")
    void process(WebhookEvent event);

    /** A workflow that does nothing. */
    @WorkflowImpl(taskQueues = "orders")
    class Implementation implements OrderShipped {

        @Override
        public void process(WebhookEvent event) {}
    }
}
