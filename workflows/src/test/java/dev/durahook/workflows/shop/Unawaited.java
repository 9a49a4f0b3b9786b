package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.FinalFailure;
import dev.durahook.workflows.processing.Step;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Async;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that does not await its only step, and ends as a signal says. */
@WorkflowInterface
public interface Unawaited {

    String TYPE = "stripe.unawaited";
    String SIGNAL = "end";
    String RETURN = "return";
    String CONTINUE = "continue as new";
    String FAIL = "fail";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event, RawValue body);

    @SignalMethod(name = SIGNAL)
    void end(String how);

    /** Books a payment beside its own code. */
    final class UnawaitedWorkflow implements Unawaited {

        private static final Step BOOK = Step.named("Book the payment").under(Shop.POLICY);

        private String how = "";

        @Override
        public String process(WebhookEvent event, RawValue body) {
            if (Workflow.getInfo().getContinuedExecutionRunId().isPresent()) {
                return "in a new run";
            }
            Async.procedure(() -> BOOK.run(options ->
                    Workflow.newActivityStub(LedgerActivities.class, options).book("a payment")));
            Workflow.await(() -> !how.isEmpty());
            if (how.equals(CONTINUE)) {
                Workflow.continueAsNew(event, body);
            }
            if (how.equals(FAIL)) {
                throw FinalFailure.of("the order was cancelled");
            }
            return "returned";
        }

        @Override
        public void end(String how) {
            this.how = how;
        }
    }
}
