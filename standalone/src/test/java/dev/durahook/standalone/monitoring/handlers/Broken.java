package dev.durahook.standalone.monitoring.handlers;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.RawValue;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow whose code fails, so that its tasks fail. */
@WorkflowInterface
public interface Broken {

    @WorkflowMethod(name = "webhook.broken")
    void process(WebhookEvent event, RawValue body);

    /** Fails at once. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class BrokenWorkflow implements Broken {

        @Override
        public void process(WebhookEvent event, RawValue body) {
            throw new IllegalStateException("a bad deploy");
        }
    }
}
