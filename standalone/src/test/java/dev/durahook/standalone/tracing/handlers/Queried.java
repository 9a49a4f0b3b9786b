package dev.durahook.standalone.tracing.handlers;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;

/** A workflow whose query fails, with a message that quotes the body. */
@WorkflowInterface
public interface Queried {

    @WorkflowMethod(name = "github.queried")
    void process(WebhookEvent event, Map<String, String> body);

    @QueryMethod
    String lines();

    /** A workflow without a step. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class QueriedWorkflow implements Queried {

        private Map<String, String> read = Map.of();

        @Override
        public void process(WebhookEvent event, Map<String, String> body) {
            read = body;
        }

        @Override
        public String lines() {
            throw new IllegalStateException("no lines of " + read);
        }
    }
}
