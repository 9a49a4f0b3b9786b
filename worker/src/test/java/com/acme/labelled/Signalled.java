package com.acme.labelled;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Receives a signal in the task in which it ends. */
@WorkflowInterface
public interface Signalled {

    /** The type of the events. */
    String TYPE = "shop.signalled";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event);

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class SignalledWorkflow implements Signalled {

        @Override
        public String process(WebhookEvent event) {
            return Workflow.newLocalActivityStub(
                            Sender.class,
                            LocalActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofSeconds(20))
                                    .build())
                    .send(event.id());
        }
    }

    /** Sends the signal. */
    @ActivityInterface
    interface Sender {

        @ActivityMethod(name = "send")
        String send(String event);
    }
}
