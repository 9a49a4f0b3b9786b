package com.acme.twice;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Two workflows of one type. */
@WorkflowInterface
public interface OrderPacked {

    @WorkflowMethod(name = "shop.packed")
    void process(WebhookEvent event);

    /** A workflow that does nothing. */
    @WorkflowImpl(taskQueues = "durahook")
    class First implements OrderPacked {

        @Override
        public void process(WebhookEvent event) {}
    }

    /** The other one. */
    @WorkflowImpl(taskQueues = "durahook")
    class Second implements OrderPacked {

        @Override
        public void process(WebhookEvent event) {}
    }
}
