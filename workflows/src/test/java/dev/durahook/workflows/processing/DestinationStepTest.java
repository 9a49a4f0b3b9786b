package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A delivery as a step of an author's workflow. */
class DestinationStepTest {

    private final Shop shop = Shop.open(ForwardingWorkflow.class, UnnamedWorkflow.class);

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

    @Test
    void deliveryWithoutAPolicyHasTheOneThatItsDestinationDeclares() {
        shop.configuration.declare("default", Shop.policy(9, Duration.ofSeconds(1), Duration.ofSeconds(1), List.of()));
        shop.configuration.declareForDestinations(Shop.POLICY);
        shop.crm.down(true);
        WorkflowStub workflow = shop.deliver("stripe.unnamed");
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.crm.calls()).isEqualTo(3);
        assertThat(shop.details(workflow)).contains("- Step: `Deliver to crm`\n", "`payments`");

        shop.configuration.declare("once", Shop.policy(1, Duration.ofHours(1), Duration.ofHours(1), List.of()));
        shop.signal(workflow, "retry", "once");
        assertThat(shop.crm.calls()).isEqualTo(3 + 1);
        assertThat(shop.details(workflow)).contains("`once`").doesNotContain("`payments`");

        shop.configuration.declareForDestinations("once");
        shop.signal(workflow, "retry");
        assertThat(shop.crm.calls()).isEqualTo(3 + 1 + 1);
        shop.crm.down(false);
        workflow.signal("retry", Shop.POLICY);
        assertThat(workflow.getResult(String.class)).isEqualTo("crm answered 200");
    }

    @Test
    void destinationThatTheWorkerDoesNotKnowHasTheDefaultPolicy() {
        shop.configuration.declare("default", Shop.policy(2, Duration.ofSeconds(1), Duration.ofSeconds(1), List.of()));
        shop.crm.down(true);
        WorkflowStub workflow = shop.deliver("stripe.unnamed");
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.crm.calls()).isEqualTo(2);
        assertThat(shop.details(workflow)).contains("`default`");
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

    /** Forwards every event and names no policy. */
    @WorkflowInterface
    public interface Unnamed {

        @WorkflowMethod(name = "stripe.unnamed")
        String process(WebhookEvent event);
    }

    public static final class UnnamedWorkflow implements Unnamed {

        @Override
        public String process(WebhookEvent event) {
            return DestinationStep.to(Shop.CRM).send(event).orElseThrow();
        }
    }
}
