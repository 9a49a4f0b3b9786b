package com.acme.orders.v2;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.RawValue;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The corrected workflows. Each begins with another command than in version 1, or reads another type. */
public interface Workflows {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Order(String id) {}

    @WorkflowInterface
    interface Typed {
        @WorkflowMethod(name = "test.typed")
        String process(WebhookEvent event, Order order);
    }

    @WorkflowInterface
    interface Constructed {
        @WorkflowMethod(name = "test.constructed")
        String process(WebhookEvent event, Order order);
    }

    @WorkflowInterface
    interface Divided {
        @WorkflowMethod(name = "test.divided")
        String process(WebhookEvent event, RawValue order);
    }

    @WorkflowInterface
    interface Part {
        @WorkflowMethod(name = "test.part")
        String process(Order order);
    }

    @WorkflowInterface
    interface Refused {
        @WorkflowMethod(name = "test.refused")
        String process(WebhookEvent event);
    }

    @WorkflowInterface
    interface Buggy {
        @WorkflowMethod(name = "test.buggy")
        String process(WebhookEvent event);
    }

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class TypedWorkflow implements Typed {
        @Override
        public String process(WebhookEvent event, Order order) {
            return Workflow.sideEffect(String.class, () -> "order " + order.id());
        }
    }

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class ConstructedWorkflow implements Constructed {

        private final Order order;

        @WorkflowInit
        public ConstructedWorkflow(WebhookEvent event, Order order) {
            this.order = order;
        }

        @Override
        public String process(WebhookEvent event, Order again) {
            return Workflow.sideEffect(String.class, () -> "order " + order.id());
        }
    }

    /** Passes the order to a child workflow. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class DividedWorkflow implements Divided {
        @Override
        public String process(WebhookEvent event, RawValue order) {
            return Workflow.newUntypedChildWorkflowStub(
                            "test.part",
                            ChildWorkflowOptions.newBuilder()
                                    .setWorkflowId(event.id() + "/part")
                                    .build())
                    .execute(String.class, order);
        }
    }

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class PartWorkflow implements Part {
        @Override
        public String process(Order order) {
            return Workflow.sideEffect(String.class, () -> "order " + order.id());
        }
    }

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class RefusedWorkflow implements Refused {
        @Override
        public String process(WebhookEvent event) {
            return Workflow.sideEffect(String.class, () -> "welcomed");
        }
    }

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class BuggyWorkflow implements Buggy {
        @Override
        public String process(WebhookEvent event) {
            return Workflow.sideEffect(String.class, () -> "mended");
        }
    }
}
