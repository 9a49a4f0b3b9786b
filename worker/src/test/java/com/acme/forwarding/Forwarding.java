package com.acme.forwarding;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.DestinationStep;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
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

    /** Sends every order to the crm and names no policy. */
    @WorkflowInterface
    interface Unnamed {

        /** The type of the events. */
        String TYPE = "shop.unnamed";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** The workflow whose step has the policy that the destination declares. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class UnnamedWorkflow implements Unnamed {

        @Override
        public String process(WebhookEvent event) {
            return DestinationStep.to("crm").send(event).orElseThrow();
        }
    }

    /** Leaves the sending to a child workflow. */
    @WorkflowInterface
    interface Dispatching {

        /** The type of the events. */
        String TYPE = "shop.dispatching";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** The workflow of the event. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class DispatchingWorkflow implements Dispatching {

        @Override
        public String process(WebhookEvent event) {
            return Workflow.newChildWorkflowStub(Dispatch.class).send(event, "a label, and not the event's body");
        }
    }

    /** The child workflow, whose second argument is its own. */
    @WorkflowInterface
    interface Dispatch {

        @WorkflowMethod(name = "dispatch")
        String send(WebhookEvent event, String label);
    }

    /** The child workflow that sends the event of its parent. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class DispatchWorkflow implements Dispatch {

        @Override
        public String send(WebhookEvent event, String label) {
            return DestinationStep.to("crm").under(POLICY).send(event).orElseThrow();
        }
    }
}
