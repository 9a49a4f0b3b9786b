package dev.durahook.workflows.shop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShopTest {

    private static final AtomicInteger EXECUTIONS = new AtomicInteger();

    @Test
    void workflowThatDoesSomethingElseTheNextTimeIsFoundAtTheEnd() {
        Shop shop = Shop.open(FickleWorkflow.class);
        shop.deliver("stripe.fickle").getResult(String.class);
        assertThatThrownBy(shop::close).hasMessage("What has happened does not replay");
    }

    @WorkflowInterface
    public interface Fickle {

        @WorkflowMethod(name = "stripe.fickle")
        String process(WebhookEvent event);
    }

    public static final class FickleWorkflow implements Fickle {

        @Override
        public String process(WebhookEvent event) {
            if (EXECUTIONS.incrementAndGet() == 1) {
                Workflow.sleep(Duration.ofMinutes(1));
            }
            return "done";
        }
    }
}
