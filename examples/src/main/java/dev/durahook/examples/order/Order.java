package dev.durahook.examples.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** An order that waits for its payment, which a payment provider reports in a webhook. */
@WorkflowInterface
public interface Order {

    /** Runs until the order is paid. */
    @WorkflowMethod(name = "Order")
    String process(String number);

    /** Takes the event of the payment. The Web UI shows the result beside the event. */
    @UpdateMethod(name = "paymentSucceeded")
    String paymentSucceeded(WebhookEvent event, Payment payment);

    /** The fields of the webhook that the order reads; all others are ignored. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Payment(Data data) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Data(@Nullable Integer cents) {}
    }

    /** Waits for the payment. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class OrderWorkflow implements Order {

        private @Nullable Payment paid;

        @Override
        public String process(String number) {
            Workflow.await(() -> paid != null && Workflow.isEveryHandlerFinished());
            return "order " + number + " is paid";
        }

        @Override
        public String paymentSucceeded(WebhookEvent event, Payment payment) {
            if (payment.data().cents() == null) {
                throw ApplicationFailure.newFailure("the payment has no cents", "NoCents");
            }
            paid = payment;
            return "paid with " + payment.data().cents() + " cents";
        }
    }
}
