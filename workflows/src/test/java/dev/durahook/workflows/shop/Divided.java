package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Passes the body to a child workflow on another task queue. */
@WorkflowInterface
public interface Divided {

    String TYPE = "stripe.divided";
    String CHILD = "stripe:evt_1/child";
    String QUEUE_OF_CHILD = "typed";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event, RawValue body);

    /** Starts the child workflow and returns its result. */
    final class DividedWorkflow implements Divided {

        @Override
        public String process(WebhookEvent event, RawValue body) {
            ChildWorkflowOptions options = ChildWorkflowOptions.newBuilder()
                    .setWorkflowId(CHILD)
                    .setTaskQueue(QUEUE_OF_CHILD)
                    .build();
            return Workflow.newUntypedChildWorkflowStub(Typed.TYPE, options).execute(String.class, event, body);
        }
    }
}
