package dev.durahook.examples.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.waiting.Wait;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** An order was placed: it has three days to be paid. */
@WorkflowInterface
public interface OrderPlaced {

    @WorkflowMethod(name = "webhook.order_placed")
    String process(WebhookEvent event, Order order);

    @SignalMethod(name = "paid")
    void paid();

    /** The fields of the body that this handler reads. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Order(long number) {}

    /** The workflow, which waits for the payment and shows the wait in the Web UI. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class OrderPlacedWorkflow implements OrderPlaced {

        private boolean paid;

        @Override
        public String process(WebhookEvent event, Order order) {
            String payment = "the payment of order " + order.number();
            if (!Wait.until(payment, Duration.ofDays(3), () -> paid)) {
                return "never paid";
            }
            return "paid";
        }

        @Override
        public void paid() {
            paid = true;
        }
    }
}
