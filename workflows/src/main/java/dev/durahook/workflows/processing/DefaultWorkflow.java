package dev.durahook.workflows.processing;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.EncodedValues;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import org.slf4j.Logger;

/** Takes every event whose type has no workflow of its own, so that no event waits for a worker that never comes. */
public final class DefaultWorkflow implements DynamicWorkflow {

    private static final Logger LOG = Workflow.getLogger(DefaultWorkflow.class);

    @Override
    public Object execute(EncodedValues arguments) {
        WebhookEvent event = arguments.get(0, WebhookEvent.class);
        Outcome outcome = Outcome.unhandled(event.type());
        Workflow.setCurrentDetails("**Unhandled.** " + outcome.reason());
        LOG.info("No workflow of type {} is registered", event.type());
        return outcome;
    }
}
