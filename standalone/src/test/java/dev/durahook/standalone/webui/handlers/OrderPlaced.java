package dev.durahook.standalone.webui.handlers;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.waiting.Wait;
import io.temporal.common.converter.RawValue;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** An order was placed: it waits for its payment. */
@WorkflowInterface
public interface OrderPlaced {

    @WorkflowMethod(name = "webhook.order_placed")
    String process(WebhookEvent event, RawValue body);

    /** Waits for three days. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class OrderPlacedWorkflow implements OrderPlaced {

        @Override
        public String process(WebhookEvent event, RawValue body) {
            return Wait.until("the payment of order 17", Duration.ofDays(3), () -> false) ? "paid" : "never paid";
        }
    }
}
