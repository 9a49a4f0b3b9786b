package dev.durahook.standalone.inmemory.handlers;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.DestinationStep;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow with a step whose policy is not declared. */
@WorkflowInterface
public interface UndeclaredPolicy {

    @WorkflowMethod(name = "webhook.undeclared")
    String process(WebhookEvent event);

    /** One step. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class UndeclaredPolicyWorkflow implements UndeclaredPolicy {

        @Override
        public String process(WebhookEvent event) {
            return DestinationStep.to("crm").under("nowhere").send(event).orElse("");
        }
    }
}
