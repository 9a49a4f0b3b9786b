package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that waits for a signal and runs its only step in the signal's handler. */
@WorkflowInterface
public interface Booked {

    String TYPE = "stripe.booked";
    String SIGNAL = "book";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event);

    @SignalMethod(name = SIGNAL)
    void book();

    /** Books a payment once it gets the signal. */
    final class BookedWorkflow implements Booked {

        private static final Step BOOK = Step.named("Book the payment").under(Shop.POLICY);

        private String booked = "";

        @Override
        public String process(WebhookEvent event) {
            Workflow.await(() -> !booked.isEmpty());
            return booked;
        }

        @Override
        public void book() {
            booked = BOOK.call(options ->
                    Workflow.newActivityStub(LedgerActivities.class, options).book("a payment"));
        }
    }
}
