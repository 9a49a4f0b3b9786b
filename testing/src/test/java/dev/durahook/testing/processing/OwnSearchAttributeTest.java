package dev.durahook.testing.processing;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.SearchAttributeKey;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.junit.jupiter.api.Test;

/** A workflow that sets a search attribute of its own. */
class OwnSearchAttributeTest {

    private static final SearchAttributeKey<String> CUSTOMER = SearchAttributeKey.forKeyword("ShopCustomer");
    private static final SearchAttributeKey<Long> ITEMS = SearchAttributeKey.forLong("ShopItems");

    @Test
    void isSetIfItIsRegistered() {
        try (TestWorker worker = TestWorker.of(FindableWorkflow.class)
                .withSearchAttribute(CUSTOMER)
                .withSearchAttribute(ITEMS)) {
            worker.process("shop.findable", "{}").assertCompleted("Alice 3");
        }
    }

    @WorkflowInterface
    public interface Findable {

        @WorkflowMethod(name = "shop.findable")
        String process(WebhookEvent event);
    }

    public static final class FindableWorkflow implements Findable {

        @Override
        public String process(WebhookEvent event) {
            Workflow.upsertTypedSearchAttributes(CUSTOMER.valueSet("Alice"), ITEMS.valueSet(3L));
            return Workflow.getTypedSearchAttributes().get(CUSTOMER) + " "
                    + Workflow.getTypedSearchAttributes().get(ITEMS);
        }
    }
}
