package com.acme.waiting;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import dev.durahook.workflows.waiting.Wait;
import io.temporal.common.converter.RawValue;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** An order was placed: it waits for three days to be paid. */
@WorkflowInterface
public interface OrderPlaced {

    String TYPE = "test.order_placed";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event, RawValue body);

    @SignalMethod(name = "paid")
    void paid();

    /** A workflow whose step fails once the order is paid. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class OrderPlacedWorkflow implements OrderPlaced {

        private boolean paid;

        @Override
        public String process(WebhookEvent event, RawValue body) {
            if (!Wait.until("the payment", Duration.ofDays(3), () -> paid)) {
                return "never paid";
            }
            Step.named("Ship").under("undeclared").run(options -> {});
            return "shipped";
        }

        @Override
        public void paid() {
            paid = true;
        }
    }
}
