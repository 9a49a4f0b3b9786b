package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A delivery as a step of an author's workflow. */
class DestinationStepTest {

    private final Shop shop = Shop.open(ForwardingWorkflow.class);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void deliveryIsAStepLikeAnyOther() {
        shop.crm.down(true);
        WorkflowStub workflow = shop.deliver("stripe.forwarded");
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.crm.calls()).isEqualTo(3);
        assertThat(shop.details(workflow)).contains("- Step: `Deliver to crm`\n", "DestinationUnavailable");

        shop.crm.down(false);
        workflow.signal("retry");
        assertThat(workflow.getResult(String.class)).isEqualTo("crm answered 200");
    }

    // The test's server lets no time pass while a task waits for a worker.
    @Test
    void waitsNoLongerThanADayForAWorkerThatKnowsTheDestination() {
        WorkflowStub workflow = shop.deliver("stripe.forwarded");
        workflow.getResult(String.class);
        assertThat(shop.client()
                        .fetchHistory(workflow.getExecution().getWorkflowId())
                        .getEvents())
                .filteredOn(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .extracting(HistoryEvent::getActivityTaskScheduledEventAttributes)
                .singleElement()
                .satisfies(scheduled -> {
                    assertThat(scheduled.getScheduleToStartTimeout().getSeconds())
                            .isEqualTo(Duration.ofDays(1).toSeconds());
                    assertThat(scheduled.getTaskQueue().getName()).isEqualTo("durahook.destination.crm");
                });
    }

    /** Forwards every event. */
    @WorkflowInterface
    public interface Forwarding {

        @WorkflowMethod(name = "stripe.forwarded")
        String process(WebhookEvent event);
    }

    public static final class ForwardingWorkflow implements Forwarding {

        @Override
        public String process(WebhookEvent event) {
            return DestinationStep.to(Shop.CRM).under(Shop.POLICY).send(event).orElseThrow();
        }
    }
}
