package dev.durahook.workflows.waiting;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import dev.durahook.workflows.shop.LedgerActivities;
import dev.durahook.workflows.shop.Shop;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** An order was placed: once it is paid, it is booked. */
@WorkflowInterface
public interface Payment {

    String TYPE = "shop.order_placed";
    Duration LONGEST = Duration.ofDays(3);

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event);

    @SignalMethod(name = "paid")
    void paid();

    /** Waits for three days. */
    final class PaymentWorkflow implements Payment {

        private boolean paid;

        @Override
        public String process(WebhookEvent event) {
            if (!Wait.until("the payment of order 17", LONGEST, () -> paid)) {
                return "never paid";
            }
            return Step.named("Book")
                    .under(Shop.POLICY)
                    .call(options -> Workflow.newActivityStub(LedgerActivities.class, options)
                            .book(event.id()));
        }

        @Override
        public void paid() {
            paid = true;
        }
    }
}
