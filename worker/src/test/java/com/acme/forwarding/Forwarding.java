package com.acme.forwarding;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.DestinationStep;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Sends every order to the crm. */
@WorkflowInterface
public interface Forwarding {

    /** The type of the events. */
    String TYPE = "shop.forwarding";

    /** The policy of the step. */
    String POLICY = "forwarding";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event);

    /** The workflow. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class ForwardingWorkflow implements Forwarding {

        @Override
        public String process(WebhookEvent event) {
            return DestinationStep.to("crm").under(POLICY).send(event).orElseThrow();
        }
    }

    /** Sends every order to a destination that Temporal limits. */
    @WorkflowInterface
    interface Limited {

        /** The type of the events. */
        String TYPE = "shop.limited";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** The workflow to the limited destination. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class LimitedWorkflow implements Limited {

        @Override
        public String process(WebhookEvent event) {
            return DestinationStep.to("limited").under(POLICY).send(event).orElseThrow();
        }
    }
}
