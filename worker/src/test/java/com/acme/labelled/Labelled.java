package com.acme.labelled;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.SearchAttributeKey;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Labels its event with a search attribute that the namespace does not have. */
@WorkflowInterface
public interface Labelled {

    /** The type of the events. */
    String TYPE = "shop.labelled";

    @WorkflowMethod(name = TYPE)
    void process(WebhookEvent event);

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class LabelledWorkflow implements Labelled {

        private static final SearchAttributeKey<String> ORDER = SearchAttributeKey.forKeyword("OrderOfTheShop");

        @Override
        public void process(WebhookEvent event) {
            Workflow.upsertTypedSearchAttributes(ORDER.valueSet("17"));
        }
    }
}
