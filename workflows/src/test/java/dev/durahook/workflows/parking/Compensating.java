package dev.durahook.workflows.parking;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import dev.durahook.workflows.shop.LedgerActivities;
import dev.durahook.workflows.shop.Shop;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that undoes its work if its event is discarded. */
@WorkflowInterface
public interface Compensating {

    String TYPE = "stripe.compensating";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event);

    /** Runs a step that undoes the work if the event is discarded. */
    final class CompensatingWorkflow implements Compensating {

        private static final Step BOOK = Step.named("Book it").under(Shop.POLICY);
        private static final Step TAKE_BACK = Step.named("Take it back").under(Shop.POLICY);

        @Override
        public String process(WebhookEvent event) {
            try {
                return book(BOOK, event);
            } catch (ApplicationFailure discarded) {
                return "taken back: " + book(TAKE_BACK, event);
            }
        }

        private static String book(Step step, WebhookEvent event) {
            return step.call(options ->
                    Workflow.newActivityStub(LedgerActivities.class, options).book(event.id()));
        }
    }
}
