package dev.durahook.workflows.parking;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import dev.durahook.workflows.shop.LedgerActivities;
import dev.durahook.workflows.shop.Shop;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow with two steps that run at the same time. */
@WorkflowInterface
public interface Parallel {

    String TYPE = "stripe.parallel";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event);

    /** Books two entries at the same time. */
    final class ParallelWorkflow implements Parallel {

        @Override
        public String process(WebhookEvent event) {
            Promise<String> a = Async.function(ParallelWorkflow::book, "a");
            Promise<String> b = Async.function(ParallelWorkflow::book, "b");
            return a.get() + ", " + b.get();
        }

        private static String book(String what) {
            Step step = Step.named("Book " + what).under(Shop.POLICY);
            return step.call(options ->
                    Workflow.newActivityStub(LedgerActivities.class, options).book(what));
        }
    }
}
