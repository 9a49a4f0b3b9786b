package dev.durahook.standalone.inmemory.handlers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.FinalFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that expects a number in the body, and fails for some numbers. */
@WorkflowInterface
public interface Numbered {

    @WorkflowMethod(name = "webhook.numbered")
    String process(WebhookEvent event, Body body);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Body(int number) {}

    /** A workflow without a step. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class NumberedWorkflow implements Numbered {

        @Override
        public String process(WebhookEvent event, Body body) {
            return switch (body.number()) {
                case 0 -> throw ApplicationFailure.newFailure("nothing has the number 0", "NothingThere");
                case -1 -> throw FinalFailure.of("cancelled");
                default -> "number " + body.number();
            };
        }
    }
}
