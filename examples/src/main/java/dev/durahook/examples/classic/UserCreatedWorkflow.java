package dev.durahook.examples.classic;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** One step under the policy {@code webhook}: five retries, then the event is parked. */
@WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
public class UserCreatedWorkflow implements UserCreated {

    private static final Step PROCESS = Step.named("Process the payload").under("webhook");

    @Override
    public String process(WebhookEvent event, WebhookPayload payload) {
        return PROCESS.call(options ->
                Workflow.newActivityStub(PayloadActivities.class, options).processWebhookPayload(payload, event.id()));
    }
}
