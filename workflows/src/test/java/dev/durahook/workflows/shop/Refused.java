package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that fails in its first run and succeeds in a later run. */
@WorkflowInterface
public interface Refused {

    String TYPE = "stripe.refused";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event, RawValue body);

    /** Tells the first run from later runs by the run that they continue. */
    final class RefusedWorkflow implements Refused {

        @Override
        public String process(WebhookEvent event, RawValue body) {
            if (Workflow.getInfo().getContinuedExecutionRunId().isEmpty()) {
                throw ApplicationFailure.newFailure("no such customer", "NoCustomer");
            }
            return "welcomed";
        }
    }

    /** A workflow that has failed in an earlier run, and has been corrected since. */
    @WorkflowInterface
    interface Corrected {

        String TYPE = "stripe.corrected";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body);
    }

    /** Succeeds in every run. */
    final class CorrectedWorkflow implements Corrected {

        @Override
        public String process(WebhookEvent event, RawValue body) {
            return "welcomed";
        }
    }
}
